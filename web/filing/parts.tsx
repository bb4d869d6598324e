import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useFailureWords } from '../failure.tsx';
import { momentInWords } from '../moment.ts';
import { fieldId, focusField } from './form.tsx';
import { givenIn } from './typed.ts';
import type { Copy } from './reconcile-copies.ts';
import { suggestedTitle } from './filing-body.ts';
import type { WorkingCopy } from './use-working-copy.ts';
import { useWords } from './words.ts';

/** How it stands with what is typed, in words. */
export function SavingState({ saving }: Pick<WorkingCopy, 'saving'>) {
  const w = useWords();
  const why = useFailureWords();
  const { pathname, search } = useLocation();
  const back = new URLSearchParams({ back: pathname + search });
  return (
    <p className={`saving ${saving.kind}`} role="status">
      {saving.kind === 'saved' && (saving.at ? w('saved', { at: saving.at.slice(11, 16) }) : w('nothingYet'))}
      {saving.kind === 'saving' && w('saving')}
      {saving.kind === 'unreachable' && <>▲ {w('unreachable')}</>}
      {saving.kind === 'refused' && <>▲ {w('notSaved', { why: why(saving.error) })}</>}
      {saving.kind === 'signedOut' && (
        <>
          ▲ {w('signedOut')} <Link to={`/sign-in?${back}`}>{w('signInAgain')}</Link>
        </>
      )}
    </p>
  );
}

/** Told that another window wrote to the same copy: both are kept until one is chosen. */
export function RacedNote({ copy, choose }: { copy: WorkingCopy; choose: () => void }) {
  const w = useWords();
  const { raced } = copy;
  if (!raced) return null;
  const told = raced.savedAt ? w('raced', { at: raced.savedAt.slice(11, 16) }) : w('racedGone');
  const both = raced.savedAt && (
    <Button size="small" onClick={() => void copy.save().then(choose)}>
      {w('seeBoth')}
    </Button>
  );
  return <Alert type="warning" showIcon title={told} action={both} className="failure" />;
}

/** Several copies of one place: one is chosen to go on with, each may be deleted after being asked. */
export function ChooseCopy({ copies, choose, remove, fresh }: { copies: Copy[]; choose: (copy: Copy) => void; remove: (copy: Copy) => void; fresh?: () => void }) {
  const w = useWords();
  const [sure, ask] = useState<string | null>(null);
  return (
    <section className="copies" aria-labelledby="copies">
      <h1 id="copies">{w('severalCopies', { n: copies.length })}</h1>
      <p>{w('severalHint')}</p>
      <ul>
        {copies.map((copy) => (
          <li key={copy.id}>
            <h2>{givenIn(copy.content, 'title') ?? (suggestedTitle(copy.content) || givenIn(copy.content, 'party.name') || w('untitled'))}</h2>
            <p className="hint">{copy.unsaved || !copy.savedAt ? w('onlyHere') : w('saved', { at: momentInWords(copy.savedAt) })}</p>
            <p className="beginning">{(givenIn(copy.content, 'text') ?? givenIn(copy.content, 'facts') ?? '').slice(0, 160)}</p>
            <Button type="primary" onClick={() => choose(copy)}>{w('goOnWith')}</Button>{' '}
            {sure === copy.id ? (
              <>
                {w('deleteSure')} <Button danger onClick={() => remove(copy)}>{w('deleteCopy')}</Button>
              </>
            ) : (
              <Button onClick={() => ask(copy.id)}>{w('deleteCopy')}</Button>
            )}
          </li>
        ))}
      </ul>
      {fresh && <Button onClick={fresh}>{w('startNew')}</Button>}
    </section>
  );
} // prettier-ignore

/** What is missing, each a link to its field. */
export function Missing({ fields }: { fields: { name: string; label: string }[] }) {
  const w = useWords();
  if (fields.length === 0) return <p className="all-there">✓ {w('complete')}</p>;
  return (
    <div className="missing">
      <h2>{w('missing', { n: fields.length })}</h2>
      <ul>
        {fields.map(({ name, label }) => (
          <li key={name}>
            <FieldLink name={name}>{label}</FieldLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A link to a field of this page. */
export function FieldLink({ name, children }: { name: string; children: ReactNode }) {
  return (
    <a
      href={`#${fieldId(name)}`}
      onClick={(event) => {
        event.preventDefault();
        focusField(name);
      }}
    >
      {children}
    </a>
  );
}

/** A part of a form under its heading. */
export function Part({ title, hint, id, children }: { title: string; hint?: ReactNode; id?: string; children: ReactNode }) {
  return (
    <section className="part" id={id}>
      <h2>{title}</h2>
      {hint && <p className="hint">{hint}</p>}
      {children}
    </section>
  );
} // prettier-ignore
