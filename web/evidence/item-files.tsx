import { useId, useState } from 'react';
import type { EvidenceItem } from '../../api/schemas/evidence-files.ts';
import { evidenceFileTypes } from '../../domain/evidence-file.ts';
import { EvidenceViewer } from './evidence-viewer.tsx';
import { sizeInWords } from './size-in-words.ts';
import { useWords } from './words.ts';
import './evidence.css';

/** The files of one piece of evidence; the one that is chosen opens below its name. */
export function ItemFiles({ files }: { files: EvidenceItem['files'] }) {
  const w = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const place = useId();
  return (
    <ul className="item-files">
      {files.map((file) => {
        const isOpen = open === file.id;
        return (
          <li key={file.id}>
            <button
              type="button"
              aria-expanded={isOpen}
              aria-controls={isOpen ? `${place}${file.id}` : undefined}
              aria-label={w(isOpen ? 'close' : 'open', { name: file.name })}
              onClick={() => setOpen(isOpen ? null : file.id)}
            >
              {isOpen ? '▾' : '▸'} {file.name}{' '}
              <small>
                {evidenceFileTypes[file.mediaType].label} · {sizeInWords(file.size)}
              </small>
            </button>
            {isOpen && (
              <div id={`${place}${file.id}`}>
                <EvidenceViewer file={file} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
