import { Button } from 'antd';
import { memo, useId } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { timeInStageAnswer } from '../../api/schemas/oversight.ts';
import { stages, type Stage } from '../../domain/process.ts';
import { useSaying } from '../worded.ts';
import { addressQuery, type Filters } from './filters.ts';
import { useWords } from './words.ts';

type Heat = z.infer<typeof timeInStageAnswer>;
type Cell = Heat['items'][number];

/** Days from which a cell is darker. */
const shades = [2, 5, 10, 20];

/** Where time goes: section by stage, the median of the days that open cases have been there; each number leads to them. */
export const HeatMap = memo(function HeatMap(given: { heat: Heat; filters: Filters; showAll: (() => void) | undefined }) {
  const { heat, filters, showAll } = given;
  const say = useWords();
  const inWords = useSaying();
  const id = useId();
  const sections = [...new Map(heat.items.map((cell) => [cell.section, cell])).values()];
  const columns = (Object.keys(stages) as Stage[]).filter((stage) => heat.items.some((cell) => cell.stage === stage));
  const cells = new Map(heat.items.map((cell) => [`${cell.section} ${cell.stage}`, cell]));
  const several = new Set(sections.map(({ agency }) => agency)).size > 1;
  return (
    <section className="heat" aria-labelledby={id}>
      <h2 id={id}>{say('heat')}</h2>
      <p className="hint">{say('heatHint')}</p>
      {sections.length === 0 && <p className="empty">{say('heatEmpty')}</p>}
      {sections.length > 0 && (
        <div className="wide" tabIndex={0} role="group" aria-labelledby={id}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('section')}</th>
                {columns.map((stage) => (
                  <th key={stage} scope="col">
                    {inWords(stages[stage].zh, stages[stage].en)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sections.map((row) => (
                <tr key={row.section}>
                  <th scope="row">
                    {row.sectionName}
                    {several && <small> {row.agencyName}</small>}
                  </th>
                  {columns.map((stage) => (
                    <HeatCell key={stage} cell={cells.get(`${row.section} ${stage}`)} filters={filters} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {showAll && heat.sections > sections.length && (
        <Button onClick={showAll}>{say('allSections', { n: heat.sections })}</Button>
      )}
    </section>
  );
}); // prettier-ignore

function HeatCell({ cell, filters }: { cell: Cell | undefined; filters: Filters }) {
  const say = useWords();
  const inWords = useSaying();
  if (!cell) return <td />;
  const { agency, section, stage, open: n, medianDays, longestDays: longest } = cell;
  const days = Number(medianDays.toFixed(1));
  const name = inWords(stages[stage].zh, stages[stage].en);
  const said = say('cell', { stage: `${cell.sectionName} · ${name}`, n, days, longest });
  return (
    <td className={`heat-${shades.filter((from) => days >= from).length}`}>
      <Link to={`/oversight/standing${addressQuery({ ...filters, agency, section, stage })}`} aria-label={said} title={said}>
        {days}
      </Link>
      <small>{say('cases', { n })}</small>
    </td>
  );
} // prettier-ignore
