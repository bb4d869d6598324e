import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import type { HandOverAnswer } from '../../api/schemas/hand-over.ts';
import { TableHead } from '../table-head.tsx';
import { HandOverRow } from './hand-over-row.tsx';
import { Results } from './results.tsx';
import { useCarryingOut } from './use-carrying-out.ts';
import { useHandOverWords } from './words.ts';

type Case = HandOverAnswer['cases'][number];

interface Given {
  tried: HandOverAnswer;
  from: string;
  until: string | null;
}

/** The tasks of one person, to whom each is to go and whether it may; then one button that hands over those that can go. */
export function HandOver({ tried, from, until }: Given) {
  const w = useHandOverWords();
  const { typed, change, at, carryOut } = useCarryingOut(from, until);
  const { chosen, reason, results } = typed;
  const { cases, colleagues, person, total } = tried;
  // Whom all were to go to: where that one may not take a task it stays, and says why.
  const [wanted, want] = useState('');
  const choose = (changed: Record<string, string>) =>
    change((before) => ({ ...before, chosen: { ...before.chosen, ...changed } }));
  const picked = cases.filter(({ id, mayNot }) => !mayNot && chosen[id]);
  const fitting = picked.filter(({ id, to }) => to.some((one) => one.person === chosen[id] && !one.why));
  const unchosen = cases.filter(({ id, mayNot }) => !mayNot && !chosen[id]);
  const nameOf = (id: string | undefined) => colleagues.find((one) => one.id === id)?.name ?? '';
  const mayTake = (one: Case, to: string) => one.to.some(({ person: id, why }) => id === to && !why);
  const offered = colleagues
    .map((one) => ({ ...one, fits: cases.filter((task) => mayTake(task, one.id)).length }))
    .toSorted((one, other) => other.fits - one.fits || one.inHand - other.inHand);

  function allTo(to: string): void {
    want(to);
    choose(Object.fromEntries(cases.map((one) => [one.id, mayTake(one, to) ? to : ''])));
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void carryOut(fitting.map(({ id, title }) => ({ caseId: id, title, to: chosen[id]!, toName: nameOf(chosen[id]) })));
  }

  return (
    <>
      <Results
        results={results}
        busy={at !== null}
        again={(rows) => void carryOut(rows)}
        clear={() => change((before) => ({ ...before, results: {} }))}
      />
      {cases.length === 0 && <p className="empty">{w('nothing', { name: person.name })}</p>}
      {cases.length > 0 && (
        <form onSubmit={submit}>
          <div className="filters hand-over">
            <label>
              {w('all')}
              <select value={wanted} onChange={(event) => allTo(event.target.value)}>
                <option value="">{w('chooseColleague')}</option>
                {offered.map(({ id, name, sectionName, inHand, fits }) => (
                  <option key={id} value={id} disabled={fits === 0}>
                    {name}（{sectionName}）· {w('canTake', { n: fits })} · {w('inHand', { n: inHand })}
                  </option>
                ))}
              </select>
            </label>
            <label className="reason">
              {w('reason')}
              <Input
                required
                value={reason}
                onChange={(event) => change((before) => ({ ...before, reason: event.target.value }))}
              />
            </label>
          </div>
          <p className="hint">{w(total > cases.length ? 'listed' : 'tasks', { n: total })}</p>
          <table className="cases">
            <TableHead names={['columnCase', 'columnDue', 'columnStage', 'columnTo', 'columnSaid'] as const} say={w} />
            <tbody>
              {cases.map((one) => (
                <HandOverRow
                  key={one.id}
                  one={one}
                  colleagues={colleagues}
                  chosen={chosen[one.id] ?? ''}
                  choose={(to) => choose({ [one.id]: to })}
                  wanted={wanted}
                />
              ))}
            </tbody>
          </table>
          <p className="buttons" role="status">
            <Button type="primary" htmlType="submit" disabled={fitting.length === 0} loading={at !== null}>
              {w('carryOut', { n: fitting.length })}
            </Button>
            {at === null ? w('chosen', { n: fitting.length }) : w('working', { n: at })}
            {picked.length > fitting.length && (
              <span className="late">{w('forbidden', { n: picked.length - fitting.length })}</span>
            )}
            {unchosen.length > 0 && <span className="hint">{w('unchosen', { n: unchosen.length })}</span>}
          </p>
        </form>
      )}
    </>
  );
} // prettier-ignore
