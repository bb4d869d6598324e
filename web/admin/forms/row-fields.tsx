import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Line, Long } from '../../filing/fields.tsx';
import { focusField, useForm } from '../../filing/form.tsx';
import { rowsIn, withRows } from '../../filing/typed.ts';
import { useFormWords, type FormWord } from './form-words.ts';

interface Given<Column extends FormWord> {
  /** Typed under its name: 'basis.0.statute'. */
  list: string;
  legend: FormWord;
  hint?: FormWord;
  /** 'Basis {n}'. */
  row: FormWord;
  add: FormWord;
  columns: readonly Column[];
  /** The columns that take more than a line. */
  long?: readonly Column[];
}

/** A list of small records, each a row with a button that takes it away; a new one gets the focus. */
export function RowFields<Column extends FormWord>({ list, legend, hint, row, add, columns, long = [] }: Given<Column>) {
  const w = useFormWords();
  const { typed, set } = useForm();
  const rows = rowsIn(typed, list);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current) focusField(wanted.current);
    wanted.current = null;
  });
  const blank = Object.fromEntries(columns.map((name) => [name, '']));
  const put = (next: typeof rows) => set((before) => withRows(before, list, next));
  return (
    <fieldset>
      <legend>{w(legend)}</legend>
      {hint && <p className="hint">{w(hint)}</p>}
      {rows.map((_row, at) => {
        const called = w(row, { n: at + 1 });
        return (
          <div key={at} role="group" aria-label={called} className={`row of-${columns.length}`}>
            {columns.map((name) => {
              const Field = long.includes(name) ? Long : Line;
              return <Field key={name} name={`${list}.${at}.${name}`} label={w(name)} maximum={long.includes(name) ? 1_000 : 200} {...(Field === Long && { rows: 2 })} />;
            })}
            <Button size="small" aria-label={w('remove', { row: called })} onClick={() => put(rows.filter((_one, n) => n !== at))}>
              ✕
            </Button>
          </div>
        );
      })}
      <Button
        onClick={() => {
          wanted.current = `${list}.${rows.length}.${columns[0]}`;
          put([...rows, blank]);
        }}
      >
        {w(add)}
      </Button>
    </fieldset>
  );
} // prettier-ignore
