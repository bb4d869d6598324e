import { useState } from 'react';
import { Failure } from '../failure.tsx';
import '../leave/leave.css';
import { daysOf, LeaveFields, noLeave } from '../leave/leave-fields.tsx';
import { useSubstitutesFor } from '../leave/use-leave.ts';
import { useLeaveWords } from '../leave/words.ts';
import { useCommand } from './use-command.ts';
import { useWords } from './words.ts';

/** A new leave of somebody, entered by an administrator. */
export function LeaveEntry({ person }: { person: string }) {
  const w = useWords();
  const nobodyHint = useLeaveWords()('nobodyHintTheirs');
  const { error, busy, send } = useCommand(`/api/v1/people/${person}/leave`);
  const [typed, setTyped] = useState(noLeave);
  const asking = useSubstitutesFor(person, daysOf(typed));
  const set = (part: Partial<typeof noLeave>) => setTyped((before) => ({ ...before, ...part }));

  async function enter(leave: object): Promise<void> {
    if (await send(leave)) setTyped(noLeave);
    // A refusal means that somebody is not free any more.
    else void asking.refetch();
  }

  return (
    <div className="leave">
      <LeaveFields {...{ typed, set, asking, enter, busy, nobodyHint }} action={{ label: w('enterLeave') }} />
      {error && <Failure error={error} />}
    </div>
  );
}
