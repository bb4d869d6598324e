import { Input } from 'antd';
import type { ClipboardEvent, ReactNode } from 'react';
import { cleanText, codeTyped, textProblem } from './checks.ts';
import { fieldId, useForm } from './form.tsx';
import { pastedTable } from './paste.ts';
import { chosenIn } from './typed.ts';
import { useSaying, useWords } from './words.ts';

interface Named {
  name: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  maximum?: number;
}

/** A label, its control, what to know and what is wrong, tied to each other. */
export function Framed({ name, label, hint, required, long, maximum, children }: Named & { long?: boolean; children: (given: Control) => ReactNode }) {
  const w = useWords();
  const say = useSaying();
  const { typed, change, problems } = useForm();
  const value = typed[name] ?? '';
  const found = maximum === undefined ? null : textProblem(value, long === true, maximum);
  const problem = found ?? problems[name];
  const id = fieldId(name);
  const told = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const cleaned = found && maximum !== undefined ? cleanText(value, long === true) : value;
  const given: Control = {
    id,
    name,
    value,
    change: (next) => change(name, next),
    attributes: { 'aria-invalid': problem ? true : undefined, 'aria-describedby': told || undefined, 'aria-required': required || undefined },
  };
  return (
    <div className={`field${problem ? ' wrong' : ''}`}>
      <label htmlFor={id}>
        {label} {required && <em>{w('required')}</em>}
      </label>
      {children(given)}
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          ✕ {say(problem)}{' '}
          {cleaned !== value && cleaned.length < value.length && <button type="button" className="plain" onClick={() => change(name, cleaned)}>{w('clean')}</button>}
        </p>
      )}
    </div>
  );
} // prettier-ignore

interface Control {
  id: string;
  name: string;
  value: string;
  change: (value: string) => void;
  attributes: Record<`aria-${string}`, string | boolean | undefined>;
}

/** One line. `code`: a number as it is printed on a licence or a card. */
export function Line({ code, type, ...named }: Named & { code?: boolean; type?: 'date' }) {
  return (
    <Framed maximum={200} {...named}>
      {({ id, name, value, change, attributes }) => (
        <Input
          {...{ id, name, value, type, ...attributes }}
          autoComplete="off"
          spellCheck={false}
          status={attributes['aria-invalid'] ? 'error' : ''}
          onChange={(event) => change(event.target.value)}
          onBlur={code ? () => value !== codeTyped(value) && change(codeTyped(value)) : undefined}
        />
      )}
    </Framed>
  );
}

/** A long text; a pasted table becomes lines and tabs. */
export function Long({ rows = 4, ...named }: Named & { rows?: number }) {
  return (
    <Framed long maximum={50_000} {...named}>
      {({ id, name, value, change, attributes }) => (
        <Input.TextArea
          {...{ id, name, value, rows, ...attributes }}
          spellCheck={false}
          status={attributes['aria-invalid'] ? 'error' : ''}
          onChange={(event) => change(event.target.value)}
          onPaste={(event) => pasteTable(event)}
        />
      )}
    </Framed>
  );
}

/** As if typed, so that taking it back with the keyboard works. */
function pasteTable(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const table = pastedTable(event.clipboardData.getData('text/html'));
  if (table === null) return;
  event.preventDefault();
  document.execCommand('insertText', false, table);
}

/** One of several, in the browser’s own list: by keyboard and on every screen. */
export function Pick({ options, none, chosen, ...named }: Named & { options: { value: string; label: string }[]; none?: string; chosen?: (value: string) => void }) {
  const w = useWords();
  return (
    <Framed {...named}>
      {({ id, name, value, change, attributes }) => (
        <select
          {...{ id, name, value, ...attributes }}
          className="pick"
          onChange={(event) => (chosen ?? change)(event.target.value)}
        >
          <option value="">{none ?? w('choose')}</option>
          {value !== '' && !options.some((option) => option.value === value) && <option value={value}>{value}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Framed>
  );
} // prettier-ignore

/** Several of several, each a box. */
export function Several({ name, label, hint, options, required }: Named & { options: { value: string; label: string }[] }) {
  const w = useWords();
  const say = useSaying();
  const { typed, change, problems } = useForm();
  const chosen = chosenIn(typed, name);
  const problem = problems[name];
  const toggle = (value: string) =>
    change(name, (chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]).join('\n'));
  return (
    <fieldset className={`field several${problem ? ' wrong' : ''}`}>
      <legend>{label} {required && <em>{w('required')}</em>}</legend>
      <div className="boxes">
        {options.map(({ value, label: words }, at) => (
          <label key={value}>
            <input
              type="checkbox"
              id={at === 0 ? fieldId(name) : undefined}
              checked={chosen.includes(value)}
              aria-invalid={problem ? true : undefined}
              aria-describedby={problem ? `${fieldId(name)}-problem` : undefined}
              onChange={() => toggle(value)}
            />{' '}
            {words}
          </label>
        ))}
      </div>
      {hint && <p className="hint">{hint}</p>}
      {problem && <p className="problem" id={`${fieldId(name)}-problem`}>✕ {say(problem)}</p>}
    </fieldset>
  );
} // prettier-ignore

/** Yes or no. */
export function Yes({ name, label }: { name: string; label: string }) {
  const { typed, change } = useForm();
  return (
    <label className="yes">
      <input
        type="checkbox"
        id={fieldId(name)}
        checked={typed[name] === 'yes'}
        onChange={(event) => change(name, event.target.checked ? 'yes' : 'no')}
      />{' '}
      {label}
    </label>
  );
}
