import { Checkbox, Input } from 'antd';
import type { Tally } from '../../domain/meeting.ts';
import { Choice } from './choice.tsx';
import { results, type TypedMeeting } from './typed-meeting.ts';
import { useWords } from './words.ts';

interface Given {
  typed: TypedMeeting;
  tally: Tally;
  /** Whether the reader is the head of the agency, who alone may depart from the majority. */
  isChair: boolean;
  departing: boolean;
  change: (next: (before: TypedMeeting) => TypedMeeting) => void;
}

/** What follows from the votes, what the meeting resolves, and the number of its minutes. */
export function Outcome({ typed, tally, isChair, departing, change }: Given) {
  const w = useWords();
  const set = (changed: Partial<TypedMeeting>) => change((before) => ({ ...before, ...changed }));
  const not = typed.changed
    ? w('notIssuingChange')
    : tally.voting > 0 && !tally.carried && !isChair
      ? w('notIssuingOther')
      : undefined;
  const follows = tally.voting === 0 ? 'nobodyVoted' : tally.carried ? 'carried' : 'notCarried';
  return (
    <section className="outcome" aria-label={w('outcome')}>
      <h2>{w('outcome')}</h2>
      <p className="tally" role="status">
        {w('tally', { agree: tally.agree, disagree: tally.disagree, abstain: tally.abstain })}{' '}
        <strong>{w(follows)}</strong>
      </p>
      <Checkbox checked={typed.changed} onChange={(event) => set({ changed: event.target.checked })}>
        {w('changed')}
      </Checkbox>
      <Choice
        name="result"
        label={w('outcome')}
        options={results.map((value) => ({ value, label: w(value), not: value === 'issuing' ? not : undefined }))}
        value={typed.result}
        choose={(result) => set({ result })}
        className="results"
      />
      {departing && (
        <label className="said">
          <span>{w('headReasons')}</span>
          <Input.TextArea
            rows={2}
            maxLength={50_000}
            value={typed.headReasons}
            onChange={(event) => set({ headReasons: event.target.value })}
          />
        </label>
      )}
      <label className="said">
        <span>{w('resolution')}</span>
        <Input.TextArea
          rows={2}
          maxLength={50_000}
          value={typed.resolution}
          onChange={(event) => set({ resolution: event.target.value })}
        />
      </label>
      <label className="said">
        <span>{w('minutesNo')}</span>
        <Input maxLength={100} value={typed.minutesNo} onChange={(event) => set({ minutesNo: event.target.value })} />
      </label>
    </section>
  );
}
