import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { EvidenceFile } from '../../api/schemas/evidence-files.ts';
import { evidenceKinds, isEvidenceKind } from '../../domain/evidence-kinds.ts';
import { act, sentAs, stillOpen, type Sent } from '../act.ts';
import { Failure } from '../failure.tsx';
import { useKept } from '../kept.ts';
import { useKindInWords } from './use-kind-in-words.ts';
import { UploadFiles } from './upload-files.tsx';
import { useWords } from './words.ts';

/** What the agencies call a record that is no evidence. */
const recordKind = '执法行为记录';

type Typed = Record<'id' | 'kind' | 'name' | 'description' | 'from' | 'obtainedAt', string>;

interface Kept {
  typed: Typed;
  files: EvidenceFile[];
  /** The same act sent again, after an answer that was lost, is the same command. */
  sent: Sent | null;
}

/** Puts a piece of evidence with its files on the record of a case. What was typed survives a refusal and a broken connection. */
export function AddEvidence({ one, close }: { one: CaseAnswer; close: () => void }) {
  const w = useWords();
  const kindInWords = useKindInWords();
  const queries = useQueryClient();
  const [{ typed, files, sent: before }, change, forget] = useKept<Kept>(`evidence.${one.id}`, () => blank(one));
  const [waits, setWaits] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (name: keyof Typed) => (value: string) =>
    change((kept) => ({ ...kept, typed: { ...kept.typed, [name]: value } }));

  /** The first file lends its name to what has none yet. */
  function arrived(now: EvidenceFile[]): void {
    const name = now[0]?.name.replace(/\.[^.]+$/, '') ?? '';
    change((kept) => ({ ...kept, files: now, typed: { ...kept.typed, name: kept.typed.name || name } }));
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const sent = sentAs(bodyOf(typed, files), before);
    change((kept) => ({ ...kept, sent }));
    setBusy(true);
    setError(null);
    try {
      await act(one.id ?? '', 'addRecord', sent);
      forget();
      await queries.invalidateQueries();
      close();
    } catch (failed) {
      change((kept) => ({ ...kept, sent: stillOpen(failed, sent) }));
      setError(failed as Error);
      setBusy(false);
    }
  }

  return (
    <form className="add-evidence" onSubmit={(event) => void submit(event)} aria-label={w('add')}>
      <h2>{w('add')}</h2>
      <UploadFiles caseId={one.id} files={files} change={arrived} busy={setWaits} />
      <div className="row">
        <Labelled
          label={w('id')}
          field={(id) => (
            <Input
              id={id}
              required
              maxLength={40}
              value={typed.id}
              onChange={(event) => set('id')(event.target.value)}
            />
          )}
        />
        <Labelled
          label={w('kind')}
          field={(id) => (
            <Select
              id={id}
              value={typed.kind}
              onChange={set('kind')}
              options={[
                ...Object.keys(evidenceKinds).map((kind) => ({ value: kind, label: kindInWords(kind) })),
                { value: recordKind, label: w('record') },
              ]}
            />
          )}
        />
      </div>
      <Labelled
        label={w('name')}
        field={(id) => (
          <Input
            id={id}
            required
            maxLength={300}
            value={typed.name}
            onChange={(event) => set('name')(event.target.value)}
          />
        )}
      />
      <div className="row">
        <Labelled
          label={w('source')}
          field={(id) => (
            <Input id={id} maxLength={200} value={typed.from} onChange={(event) => set('from')(event.target.value)} />
          )}
        />
        <Labelled
          label={w('obtainedAt')}
          field={(id) => (
            <Input
              id={id}
              type="datetime-local"
              value={typed.obtainedAt}
              onChange={(event) => set('obtainedAt')(event.target.value)}
            />
          )}
        />
      </div>
      <Labelled
        label={w('description')}
        field={(id) => (
          <Input.TextArea
            id={id}
            maxLength={5_000}
            rows={3}
            value={typed.description}
            onChange={(event) => set('description')(event.target.value)}
          />
        )}
      />
      <Follows one={one} isEvidence={isEvidenceKind(typed.kind)} />
      {error && <Failure error={error} />}
      {waits && (
        <p className="hint" role="status">
          {w('underWay')}
        </p>
      )}
      <p className="row">
        <Button type="primary" htmlType="submit" loading={busy} disabled={waits}>
          {w('submit')}
        </Button>
        <Button onClick={close}>{w('cancel')}</Button>
      </p>
    </form>
  );
}

function Labelled({ label, field }: { label: string; field: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {field(id)}
    </div>
  );
}

/** What new evidence means for the case as it stands. */
function Follows({ one, isEvidence }: { one: CaseAnswer; isEvidence: boolean }) {
  const w = useWords();
  if (!isEvidence || one.content === 0) return null;
  return <p className="follows">{w(one.pass === null ? 'afterDraft' : 'afterPass')}</p>;
}

/** The number after the last one in the form E1, E2. */
function nextNumber({ evidence }: CaseAnswer): string {
  const numbers = evidence.map(({ id }) => Number(/^E(\d{1,6})$/.exec(id)?.[1] ?? 0));
  return `E${Math.max(0, ...numbers) + 1}`;
}

function blank(one: CaseAnswer): Kept {
  const typed = { id: nextNumber(one), kind: '书证', name: '', description: '', from: '', obtainedAt: '' };
  return { typed, files: [], sent: null };
}

function bodyOf({ obtainedAt, ...typed }: Typed, files: EvidenceFile[]) {
  const filled = Object.entries(typed)
    .map(([name, value]) => [name, value.trim()])
    .filter(([, value]) => value !== '');
  return {
    ...Object.fromEntries(filled),
    // Whoever writes a moment here means the one of this country, wherever the browser thinks it is.
    ...(obtainedAt && { obtainedAt: `${obtainedAt}:00+08:00` }),
    ...(files.length > 0 && { files: files.map(({ id }) => id) }),
  };
}
