import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useSearchParams } from 'react-router';
import type { HandOverAnswer, HandOverPeopleAnswer } from '../../api/schemas/hand-over.ts';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';
import { HandOver } from './hand-over.tsx';
import './hand-over.css';
import { useHandOverWords } from './words.ts';

/** A person's open tasks in one go to colleagues (批量转办): who and how stands in the address, each case is tried before. */
export function HandOverPage() {
  const w = useHandOverWords();
  const [search, setSearch] = useSearchParams();
  const from = search.get('from') ?? '';
  const until = search.get('until');
  const people = useQuery({
    queryKey: ['hand-over'],
    queryFn: ({ signal }) => get<HandOverPeopleAnswer>('/api/v1/hand-over', signal),
  });
  const change = (changed: Record<string, string | null>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changed)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setSearch(next, { replace: true });
  };
  if (people.isPending) return <Loading />;
  if (!people.data) return <Failure error={people.error} again={() => void people.refetch()} />;
  const labelOf = ({ name, sectionName, inHand, away, awayUntil }: HandOverPeopleAnswer['items'][number]) => {
    const gone = away === 'left' ? w('left') : away === 'onLeave' ? w('onLeave', { day: awayUntil ?? '' }) : '';
    return [`${name}（${sectionName}）`, w('inHand', { n: inHand }), gone].filter(Boolean).join(' · ');
  };
  return (
    <div className="handing">
      <h1>{w('title')}</h1>
      <p className="hint">{w('about')}</p>
      <div className="filters hand-over">
        <label>
          {w('from')}
          <Select
            aria-label={w('from')}
            placeholder={w('choosePerson')}
            showSearch={{ optionFilterProp: 'label' }}
            value={from || undefined}
            onChange={(person) => change({ from: person })}
            options={people.data.items.map((one) => ({ value: one.id, label: labelOf(one) }))}
          />
        </label>
        <fieldset>
          <legend>{w('how')}</legend>
          {(['reassign', 'delegate'] as const).map((how) => (
            <label key={how}>
              <input
                type="radio"
                name="how"
                checked={(until !== null) === (how === 'delegate')}
                onChange={() => change({ until: how === 'delegate' ? '' : null })}
              />{' '}
              {w(how)}
            </label>
          ))}
        </fieldset>
        {until !== null && (
          <label>
            {w('until')}
            <Input type="date" required value={until} onChange={(event) => change({ until: event.target.value })} />
          </label>
        )}
      </div>
      {from && until !== '' && <Tried key={`${from} ${until}`} from={from} until={until} />}
    </div>
  );
}

function Tried({ from, until }: { from: string; until: string | null }) {
  const path = `/api/v1/hand-over/${from}${until ? `?until=${until}` : ''}`;
  const tried = useQuery({
    queryKey: ['hand-over', from, until],
    queryFn: ({ signal }) => get<HandOverAnswer>(path, signal),
  });
  if (tried.isPending) return <Loading />;
  if (!tried.data) return <Failure error={tried.error} again={() => void tried.refetch()} />;
  return <HandOver tried={tried.data} from={from} until={until} />;
}
