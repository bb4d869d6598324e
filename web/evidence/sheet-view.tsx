import { useState } from 'react';
import readXlsxFile from 'read-excel-file/browser';
import type { EvidenceFile } from '../../api/schemas/evidence-files.ts';
import { Loading } from '../loading.tsx';
import { useContent } from './use-content.ts';
import { Unread } from './unread.tsx';
import { useWords } from './words.ts';

const shownRows = 500;
const shownColumns = 60;

/** A workbook as tables, a sheet at a time. */
export function SheetView({ file }: { file: EvidenceFile }) {
  const w = useWords();
  const [chosen, choose] = useState(0);
  const content = useContent(file, 'sheets', readSheets);
  if (content.isPending) return <Loading />;
  if (content.error) return <Unread error={content.error} />;
  const sheet = content.data[chosen];
  return (
    <>
      {content.data.length > 1 && (
        <nav aria-label={w('sheets')}>
          {content.data.map(({ name }, n) => (
            <button key={name} type="button" aria-pressed={n === chosen} onClick={() => choose(n)}>
              {name}
            </button>
          ))}
        </nav>
      )}
      <div className="sheet" tabIndex={0} role="group" aria-label={sheet?.name}>
        <table>
          <tbody>
            {sheet?.rows.map((row, y) => (
              // A row is where it stands.
              // eslint-disable-next-line react/no-array-index-key
              <tr key={y}>
                {row.map((cell, x) => (
                  // eslint-disable-next-line react/no-array-index-key
                  <td key={x}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sheet?.isLonger && <p className="hint">{w('rowsShown', { n: shownRows })}</p>}
    </>
  );
}

async function readSheets(bytes: Blob) {
  const sheets = await readXlsxFile(bytes);
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.slice(0, shownRows).map((row) => row.slice(0, shownColumns).map(inWords)),
    isLonger: data.length > shownRows,
  }));
}

function inWords(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? '' : String(cell as string | number | boolean);
}
