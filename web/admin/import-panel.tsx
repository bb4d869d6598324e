import { Button, Input } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { ImportOutcome } from './import-outcome.tsx';
import { useImport } from './use-import.ts';
import { useWords } from './words.ts';

/** Imports of one kind: pasted or from a file, tried, then applied. A bare list is taken for the list the kind has. */
export function ImportPanel({ kind, list, example }: { kind: string; list?: string; example: string }) {
  const w = useWords();
  const [text, setText] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const importing = useImport(kind);

  function change(next: string): void {
    setText(next);
    if (!importing.tried?.sent) importing.drop();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    try {
      const body: unknown = JSON.parse(text);
      void importing.dryRun(list && Array.isArray(body) ? { [list]: body } : body);
    } catch (problem) {
      importing.fail(new Error(w('notJson', { problem: (problem as Error).message })));
    }
  }

  return (
    <section aria-label={w('import')} className="import">
      <h2>{w('import')}</h2>
      <p className="hint">{w('importHint')}</p>
      <form onSubmit={submit}>
        <label>
          {w('content')}
          <Input.TextArea
            required
            spellCheck={false}
            className="code"
            placeholder={example}
            value={text}
            onChange={(event) => change(event.target.value)}
          />
        </label>
        <p className="buttons">
          <Button type={importing.tried ? 'default' : 'primary'} htmlType="submit" loading={importing.busy}>
            {w('dryRun')}
          </Button>
          <Button onClick={() => file.current?.click()}>{w('chooseFile')}</Button>
          <input
            ref={file}
            type="file"
            accept=".json,application/json"
            hidden
            onChange={(event) => void event.target.files?.[0]?.text().then(change)}
          />
        </p>
      </form>
      <ImportOutcome importing={importing} />
    </section>
  );
}
