import type { EvidenceFile } from '../../api/schemas/evidence-files.ts';
import { evidenceFileTypes } from '../../domain/evidence-file.ts';
import { momentInWords } from '../moment.ts';
import { Piece } from '../piece.tsx';
import { readLater } from '../read-later.ts';
import { Fingerprint } from './arrived-file.tsx';
import { addressOf } from './file-address.ts';
import { sizeInWords } from './size-in-words.ts';
import { useWords } from './words.ts';
import './evidence.css';

const DocumentView = readLater(async () => (await import('./document-view.tsx')).DocumentView);
const SheetView = readLater(async () => (await import('./sheet-view.tsx')).SheetView);
const TextView = readLater(async () => (await import('./text-view.tsx')).TextView);

/** What is read here to be shown may not be larger: a desk with a small memory must bear it. */
const readableBytes = 20 * 1_048_576;

/** One file, shown in place, with what is known of it and the file itself to be had. */
export function EvidenceViewer({ file }: { file: EvidenceFile & { uploaderName?: string | null } }) {
  const w = useWords();
  const { label, shown } = evidenceFileTypes[file.mediaType];
  const opensAlone = shown === 'pdf' || shown === 'picture' || shown === 'text';
  return (
    <section className="evidence-viewer" aria-label={file.name}>
      <p className="known">
        {label} · {sizeInWords(file.size)} ·{' '}
        {w('arrived', { at: momentInWords(file.arrivedAt), who: file.uploaderName ?? '' })} ·{' '}
        <a href={addressOf(file)} download={file.name}>
          {w('download')}
        </a>
        {opensAlone && (
          <>
            {' '}
            ·{' '}
            <a href={addressOf(file)} target="_blank" rel="noreferrer">
              {w('openAlone')}
            </a>
          </>
        )}
      </p>
      <Piece>
        <InPlace file={file} />
      </Piece>
      <Fingerprint file={file} />
    </section>
  );
}

function InPlace({ file }: { file: EvidenceFile }) {
  const w = useWords();
  const { shown } = evidenceFileTypes[file.mediaType];
  if (shown === 'picture') return <img src={addressOf(file)} alt={w('picture', { name: file.name })} />;
  if (shown === 'pdf') {
    // As wide as there is room; the pages in small stay away until they are asked for.
    return <iframe src={`${addressOf(file)}#navpanes=0&view=FitH`} title={file.name} />;
  }
  if (shown === null) return <p className="empty">{w('notShown')}</p>;
  if (shown === 'text') return <TextView file={file} />;
  if (file.size > readableBytes) return <p className="empty">{w('tooLargeToShow')}</p>;
  return shown === 'document' ? <DocumentView file={file} /> : <SheetView file={file} />;
}
