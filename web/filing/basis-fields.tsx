import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { FilingChoices } from '../../api/schemas/filing-choices.ts';
import { Line } from './fields.tsx';
import { fieldId, focusField, useForm } from './form.tsx';
import { rowsIn, withRows } from './typed.ts';
import { useWords } from './words.ts';

const list = 'statutoryBasis';

/** The articles relied on: chosen from the agency's items or written by hand, a row each. */
export function BasisFields({ choices, category }: { choices: FilingChoices; category: string }) {
  const w = useWords();
  const { typed, set } = useForm();
  const rows = rowsIn(typed, list);
  const shown = rows.length > 0 ? rows : [{}];
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current) focusField(wanted.current);
    wanted.current = null;
  });
  const offered = choices.items
    .filter((item) => item.category === category)
    .flatMap((item) => item.basis.map((basis) => ({ ...basis, item: item.name })))
    .filter(({ statute, article }, at, all) => all.findIndex((one) => one.statute === statute && one.article === article) === at); // prettier-ignore

  function add(row: Record<string, string>): void {
    const filled = rows.filter(({ statute, article, note }) => statute || article || note);
    wanted.current = `${list}.${filled.length}.${row['statute'] ? 'note' : 'statute'}`;
    set((before) => withRows(before, list, [...filled, row]));
  }

  return (
    <>
      <div className="field">
        <label htmlFor={fieldId('fromItems')}>{w('fromItems')}</label>
        <select
          id={fieldId('fromItems')}
          className="pick"
          value=""
          onChange={(event) => {
            const basis = offered[Number(event.target.value)];
            if (basis) add({ statute: basis.statute, article: basis.article, note: '' });
          }}
        >
          <option value="">{w('choose')}</option>
          {offered.map(({ statute, article, item }, at) => (
            <option key={`${statute}${article}`} value={at}>
              《{statute}》{article} · {item}
            </option>
          ))}
        </select>
      </div>
      {shown.map((_row, at) => (
        <div className="basis" key={at} role="group" aria-label={`${w('basis')} ${at + 1}`}>
          <Line name={`${list}.${at}.statute`} label={w('statute')} />
          <Line name={`${list}.${at}.article`} label={w('article')} />
          <Line name={`${list}.${at}.note`} label={w('note')} maximum={2_000} />
          <Button
            size="small"
            aria-label={w('removeRow', { n: at + 1 })}
            onClick={() => set((before) => withRows(before, list, rows.filter((_one, n) => n !== at)))} // prettier-ignore
          >
            {w('deleteCopy')}
          </Button>
        </div>
      ))}
      <Button onClick={() => add({ statute: '', article: '', note: '' })}>{w('addBasis')}</Button>
    </>
  );
}
