import type { MeetingAnswer } from '../../api/schemas/meetings.ts';
import type { Lacking } from './lacking.ts';
import { useWords, type Word } from './words.ts';

const said: Record<Lacking['what'], Word> = {
  unlisted: 'lackUnlisted',
  quorum: 'lackQuorum',
  recused: 'lackRecused',
  silent: 'lackSilent',
  result: 'lackResult',
  change: 'lackChange',
  majority: 'lackMajority',
  headReasons: 'lackHeadReasons',
};

interface Given {
  lacking: Lacking[];
  persons: MeetingAnswer['persons'];
  /** Whether somebody tried to record: only then does it call out. */
  tried: boolean;
}

/** What still stands in the way, first what comes first; nothing does when it says so. */
export function LackingList({ lacking, persons, tried }: Given) {
  const w = useWords();
  const shown = tried ? lacking : lacking.slice(0, 1);
  return (
    <div className={tried && lacking.length > 0 ? 'lacking' : 'hint'} role={tried ? 'alert' : 'status'}>
      {lacking.length === 0 && <p>{w('complete')}</p>}
      {shown.map(({ what, persons: of }) => (
        <p key={what}>{w(said[what], { names: of.map((id) => persons[id] ?? id).join('、') })}</p>
      ))}
    </div>
  );
}
