import { useKept } from '../kept.ts';
import { dayOfYearInWords } from '../moment.ts';
import { daysOf, LeaveFields, noLeave } from './leave-fields.tsx';
import { Said } from './said.tsx';
import { useLeave, useLeaveCommand } from './use-leave.ts';
import { useLeaveWords } from './words.ts';

/** A new leave of one's own; what is typed is kept until it is entered. */
export function LeaveForm() {
  const w = useLeaveWords();
  const command = useLeaveCommand();
  const [typed, change, forget] = useKept('leave', () => noLeave);
  const asking = useLeave(daysOf(typed));
  const set = (part: Partial<typeof noLeave>) => change((before) => ({ ...before, ...part }));

  async function enter(leave: object): Promise<void> {
    const said = w('entered', { from: dayOfYearInWords(typed.from), to: dayOfYearInWords(typed.to) });
    if (!(await command.carryOut(leave, said))) return;
    change(() => noLeave);
    forget();
  }

  return (
    <section aria-label={w('enter')}>
      <h2>{w('enter')}</h2>
      <LeaveFields
        {...{ typed, set, asking, enter }}
        busy={command.busy}
        action={{ label: w('save'), type: 'primary' }}
        nobodyHint={w('nobodyHint')}
      />
      <Said command={command} />
    </section>
  );
}
