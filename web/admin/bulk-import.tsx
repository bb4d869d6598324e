import { useState } from 'react';
import { readKept, keptPlace } from '../kept-places.ts';
import { usePerson } from '../session.tsx';
import { ImportPanel } from './import-panel.tsx';
import { useWords } from './words.ts';

/** Kinds of which what is on record can be had in the form that is imported. */
const exported = ['organisation', 'catalogue', 'items'];

/** Many records at once, as JSON: folded, since a single one has its form; open while an import is on its way. */
export function BulkImport(panel: Parameters<typeof ImportPanel>[0]) {
  const w = useWords();
  const { id } = usePerson();
  const { kind } = panel;
  const [begun] = useState(() => readKept(keptPlace(id, `admin.import.${kind}`)) !== null);
  return (
    <details className="bulk" open={begun}>
      <summary>{w('bulk')}</summary>
      {exported.includes(kind) && (
        <p>
          <a href={`/api/v1/admin/imports/${kind}`} download={`${kind}.json`}>
            {w('onRecord')}
          </a>
        </p>
      )}
      <ImportPanel {...panel} />
    </details>
  );
}
