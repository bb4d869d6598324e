import { useTranslation } from 'react-i18next';
import type { ImportAnswer } from '../../api/schemas/administration-answers.ts';
import { TableHead } from '../table-head.tsx';
import { useCalendarWords } from './calendar-words.ts';
import { limitInWords } from './limit-words.ts';

type Deadlines = NonNullable<ImportAnswer['deadlines']>;
type Move = Deadlines['moved'][number];

/** Which open deadlines a year moves, and which stop being provisional; those that go the same way as one row. */
export function DeadlineMoves({ deadlines }: { deadlines: Deadlines }) {
  const w = useCalendarWords();
  const { moved, settled, movedCount, settledCount } = deadlines;
  return (
    <>
      <h3>{w('moves', { n: movedCount })}</h3>
      {movedCount === 0 ? <p className="hint">{w('noMoves')}</p> : <Moves moves={moved} />}
      <h3>{w('settles', { n: settledCount })}</h3>
      {settledCount > 0 && <Moves moves={settled} />}
    </>
  );
}

function Moves({ moves }: { moves: Move[] }) {
  const w = useCalendarWords();
  const english = useTranslation().i18n.language === 'en';
  const rows = new Map<string, { move: Move; count: number }>();
  for (const move of moves) {
    const way = [move.limit, move.from, move.to, move.provisional].join(' ');
    rows.set(way, { move, count: (rows.get(way)?.count ?? 0) + 1 });
  }
  return (
    <table className="cases">
      <TableHead names={['deadline', 'from', 'to', 'certain', 'cases'] as const} say={w} />
      <tbody>
        {[...rows].map(([way, { move, count }]) => (
          <tr key={way}>
            <th scope="row">{limitInWords(move.limit, english)}</th>
            <td>{move.from}</td>
            <td>{move.to}</td>
            <td>{w(move.provisional ? 'stillProvisional' : move.wasProvisional ? 'nowCertain' : 'wasCertain')}</td>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
