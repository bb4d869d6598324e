import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Saying } from './checks.ts';
import { fieldId, useForm } from './form.tsx';
import { materialsOf } from './materials.ts';
import { FieldLink } from './parts.tsx';
import { chosenIn } from './typed.ts';
import { useSaying, useWords } from './words.ts';

/** The materials to be complete, each confirmed by a person, with what the system itself sees of it. */
export function MaterialsList({ one, names, problem }: { one: CaseAnswer; names: string[]; problem: Saying | undefined }) {
  const w = useWords();
  const say = useSaying();
  const { typed, change } = useForm();
  const chosen = chosenIn(typed, 'materials');
  const missing = names.filter((name) => !chosen.includes(name));
  const confirm = (name: string) =>
    change('materials', (chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]).join('\n'));
  return (
    <fieldset className="materials">
      <legend>{w('materials')}</legend>
      <p className="hint">{w('materialsHint')}</p>
      <ul>
        {materialsOf(names, typed, one).map(({ name, seen, at }, n) => (
          <li key={name}>
            <label>
              <input
                type="checkbox"
                id={n === 0 ? fieldId('materials') : undefined}
                checked={chosen.includes(name)}
                aria-invalid={problem && !chosen.includes(name) ? true : undefined}
                onChange={() => confirm(name)}
              />{' '}
              {name}
            </label>{' '}
            <small className={seen}>
              {seen === 'there' && `✓ ${w('there')}`}
              {seen === 'missing' && <FieldLink name={at}>{w('notThere')}</FieldLink>}
              {seen === 'unknown' && w('unknown')}
            </small>
          </li>
        ))}
      </ul>
      <p className={missing.length > 0 ? 'problem' : 'all-there'} role="status">
        {missing.length > 0 ? `✕ ${w('stillMissing', { names: missing.join('、') })}` : `✓ ${w('allReady')}`}
      </p>
      {problem && <p className="problem">✕ {say(problem)}</p>}
    </fieldset>
  );
} // prettier-ignore
