import { useRef, useState, type DragEvent } from 'react';
import type { EvidenceFile } from '../../api/schemas/evidence-files.ts';
import { evidenceExtensions } from '../../domain/evidence-file.ts';
import { ArrivedFile } from './arrived-file.tsx';
import { FileOnItsWay } from './file-on-its-way.tsx';
import { useSendings } from './use-sendings.ts';
import { useWords } from './words.ts';
import './evidence.css';

interface Given {
  /** The open case for which they are brought; null for one that is still to be filed. */
  caseId: string | null;
  /** Those that have arrived. */
  files: EvidenceFile[];
  change: (files: EvidenceFile[]) => void;
  /** Told whenever it changes whether some are still on their way. */
  busy?: (isBusy: boolean) => void;
}

const accepted = evidenceExtensions.map((end) => `.${end}`).join(',');

/** Brings files: chosen or dropped, several at once, each going on by itself after a lost connection. */
export function UploadFiles({ caseId, files, change, busy }: Given) {
  const w = useWords();
  const [over, setOver] = useState(false);
  const latest = useRef(files);
  latest.current = files;
  const { onTheirWay, add, again, stop, dismiss } = useSendings(caseId, (file) => {
    latest.current = [...latest.current, file];
    change(latest.current);
  });
  const isBusy = onTheirWay.some(({ state }) => state !== 'refused');
  const told = useRef(false);
  if (busy && told.current !== isBusy) {
    told.current = isBusy;
    queueMicrotask(() => busy(isBusy));
  }

  function dropped(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  }

  return (
    <div className="upload-files">
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        <label>
          <input
            type="file"
            multiple
            accept={accepted}
            onChange={(event) => {
              add([...(event.target.files ?? [])]);
              // The same file may be chosen again.
              event.target.value = '';
            }}
          />
          <span>{w('choose')}</span>
        </label>{' '}
        {w('drop')}
        <p className="hint">{w('kinds')}</p>
      </div>
      <ul className="files" aria-label={w('files')} aria-live="polite">
        {files.map((file) => (
          <ArrivedFile key={file.id} file={file} remove={() => change(files.filter(({ id }) => id !== file.id))} />
        ))}
        {onTheirWay.map((one) => (
          <FileOnItsWay
            key={one.key}
            one={one}
            again={() => again(one)}
            stop={() => stop(one)}
            dismiss={() => dismiss(one)}
          />
        ))}
      </ul>
    </div>
  );
}
