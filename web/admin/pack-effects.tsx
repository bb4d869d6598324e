import { useTranslation } from 'react-i18next';
import type { ImportAnswer } from '../../api/schemas/administration-answers.ts';
import { TableHead } from '../table-head.tsx';
import { budgetInWords, limitInWords } from './limit-words.ts';
import { usePackWords } from './pack-words.ts';

type Effect = NonNullable<ImportAnswer['effects']>[number];

/** What a new pack means for the cases that are open now: which keep the old terms, which come to the new ones. */
export function PackEffects({ effects }: { effects: Effect[] }) {
  const w = usePackWords();
  const english = useTranslation().i18n.language === 'en';
  const ladder = ({ halfWay, oneDayBefore, plus2, plus5 }: Effect['before']['ladder']) =>
    w('ladderIs', { half: w(halfWay ? 'on' : 'off'), before: oneDayBefore, plus2, plus5 });
  if (effects.length === 0) return <p className="hint">{w('noEffect')}</p>;
  return (
    <>
      <h3>{w('effects')}</h3>
      <table className="cases">
        <TableHead names={['limit', 'before', 'after', 'keep', 'come'] as const} say={w} />
        <tbody>
          {effects.map(({ agency, limit, before, after, keepTheirTerms, comeToIt }) => {
            const sameLadder = JSON.stringify(before.ladder) === JSON.stringify(after.ladder);
            return (
              <tr key={`${agency} ${limit}`}>
                <th scope="row">{limitInWords(limit, english)}</th>
                <td>
                  {budgetInWords(before, english)}
                  {!sameLadder && <small>{ladder(before.ladder)}</small>}
                </td>
                <td>
                  {budgetInWords(after, english)}
                  {!sameLadder && <small>{ladder(after.ladder)}</small>}
                </td>
                <td>{w('cases', { n: keepTheirTerms })}</td>
                <td>{w('cases', { n: comeToIt })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
