import { Input } from 'antd';
import { useState } from 'react';
import type { ListName } from './lists.tsx';
import { useWords } from './words.ts';

/** What the days of a list are days of; a list that is not here is not narrowed by them. */
const measured: Partial<Record<ListName, 'ageLate' | 'ageStuck' | 'ageInStage'>> = {
  overdue: 'ageLate',
  stuck: 'ageStuck',
  standing: 'ageInStage',
};

interface Given {
  list: ListName;
  search: URLSearchParams;
  change: (changed: Record<string, string>) => void;
}

/** Narrows a list by days: how late, how long stuck or in its stage, or how soon due. It stands in the address. */
export function AgeFilter({ list, search, change }: Given) {
  const say = useWords();
  const of = (name: string) => search.get(name) ?? '';
  if (list === 'due-soon') {
    return (
      <span className="age">
        <Days key={of('within')} label={say('dueWithin')} kept={of('within')} usual="3" max={250} take={(within) => change({ within })} />
        {say('dueWithinDays')}
      </span>
    );
  }
  const about = measured[list];
  if (!about) return null;
  const [from, to] = [of('ageFrom'), of('ageTo')];
  return (
    <span className="age">
      {say(about)} {say('atLeast')}
      <Days key={`from ${from}`} label={`${say(about)} ${say('atLeast')}`} kept={from} take={(ageFrom) => change({ ageFrom })} />
      {say('atMost')}
      <Days key={`to ${to}`} label={`${say(about)} ${say('atMost')}`} kept={to} take={(ageTo) => change({ ageTo })} />
      {say('days')}
      {from && to && Number(from) > Number(to) && <span className="late">{say('ageCrossed')}</span>}
    </span>
  );
} // prettier-ignore

/** A number of days, taken over by Enter or by leaving the field; an empty one takes the filter away. */
function Days(given: { label: string; kept: string; usual?: string; max?: number; take: (days: string) => void }) {
  const { label, kept, usual, max = 9999, take } = given;
  const [typed, setTyped] = useState(kept);
  const taken = () => typed !== kept && take(typed && String(Number(typed)));
  return (
    <Input
      type="number"
      aria-label={label}
      placeholder={usual}
      min={0}
      max={max}
      step={1}
      value={typed}
      onChange={({ target }) => target.validity.valid && setTyped(target.value)}
      onPressEnter={taken}
      onBlur={taken}
    />
  );
}
