import { Button } from 'antd';
import { Failure } from '../failure.tsx';
import { Problem } from '../http.ts';
import { sizeInWords } from './size-in-words.ts';
import type { OnItsWay } from './use-sendings.ts';
import { useWords } from './words.ts';

interface Given {
  one: OnItsWay;
  again: () => void;
  stop: () => void;
  dismiss: () => void;
}

/** A file on its way with how far it came; one that was not taken with why, and what to do. */
export function FileOnItsWay({ one, again, stop, dismiss }: Given) {
  const w = useWords();
  const { file, state, error } = one;
  const name = file.name;
  const percent = Math.floor((one.sent * 100) / Math.max(1, file.size));
  if (state === 'refused' && error) {
    return (
      <li>
        <p>
          {name} <small>{sizeInWords(file.size)}</small> <strong className="late">{w('refused')}</strong>
        </p>
        <Failure error={error} />
        <Detail error={error} />
        {/* What was refused for what it is stays refused. */}
        {!(error instanceof Problem && [413, 422].includes(error.status)) && (
          <Button size="small" onClick={again}>
            {w('again', { name })}
          </Button>
        )}{' '}
        <Button size="small" onClick={dismiss}>
          {w('dismiss', { name })}
        </Button>
      </li>
    );
  }
  return (
    <li>
      <p>
        {name} <small>{sizeInWords(file.size)}</small>{' '}
        <span className={state === 'waiting' ? 'waiting' : ''}>
          {state === 'refused' ? w('refused') : w(state, { percent })}
        </span>{' '}
        <Button size="small" type="text" onClick={stop} aria-label={w('stop', { name })}>
          ✕
        </Button>
      </p>
      <progress value={one.sent} max={file.size} aria-label={name} />
    </li>
  );
}

/** What the name says, beside what the bytes are. */
function Detail({ error }: { error: Error }) {
  const w = useWords();
  if (!(error instanceof Problem)) return null;
  const { named, found } = error.details;
  if (typeof named !== 'string' || typeof found !== 'string') return null;
  return <p>{w('mismatch', { named, found })}</p>;
}
