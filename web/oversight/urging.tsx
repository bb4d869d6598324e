import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import type { OverseenCase } from '../../api/schemas/oversight.ts';
import { useFailureWords } from '../failure.tsx';
import { useUrging, type Urged } from './use-urging.ts';
import { useWords } from './words.ts';

/** One text, each chosen case urged with it; beside each what became of it. */
export function Urging({ cases, close }: { cases: OverseenCase[]; close: () => void }) {
  const say = useWords();
  const [text, type] = useState('');
  const { results, busy, send } = useUrging(cases);
  const count = (is: Urged['is']) => [...results.values()].filter((one) => one.is === is).length;
  const begun = results.size > 0;
  const unanswered = begun ? count('unknown') : cases.length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(text.trim());
  };
  return (
    <form className="chosen urging" onSubmit={submit}>
      <h2>{say('urgeTitle', { n: cases.length })}</h2>
      <label>
        {say('urgeText')}
        <Input.TextArea rows={2} value={text} readOnly={begun} maxLength={2000} onChange={(event) => type(event.target.value)} />
      </label>
      <ul>
        {cases.map((one) => (
          <li key={one.id}>
            {one.title} <Result result={results.get(one.id)} />
          </li>
        ))}
      </ul>
      <p role="status">
        {begun && !busy && say('urgeSummary', { done: count('done'), refused: count('refused'), unknown: count('unknown') })}
      </p>
      <p>
        {unanswered > 0 && (
          <Button type="primary" htmlType="submit" loading={busy}>
            {say(begun ? 'urgeAgain' : 'urgeSend', { n: unanswered })}
          </Button>
        )}{' '}
        <Button disabled={busy} onClick={close}>
          {say(begun ? 'urgeClose' : 'cancel')}
        </Button>
      </p>
    </form>
  );
} // prettier-ignore

function Result({ result }: { result: Urged | undefined }) {
  const say = useWords();
  const failureWords = useFailureWords();
  if (!result) return null;
  if (result.is === 'sending') return <small>{say('urgeWaiting')}</small>;
  if (result.is === 'done') return <small className="done">✓ {say('urgeDone')}</small>;
  if (result.is === 'unknown') return <small className="late">{say('urgeUnknown')}</small>;
  return <small className="late">{say('urgeRefused', { why: failureWords(result.error) })}</small>;
}
