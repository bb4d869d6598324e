import { Button } from 'antd';
import type { EvidenceFile } from '../../api/schemas/evidence-files.ts';
import { evidenceFileTypes } from '../../domain/evidence-file.ts';
import { addressOf } from './file-address.ts';
import { sizeInWords } from './size-in-words.ts';
import { useWords } from './words.ts';

/** A file that has arrived: what it is, and the SHA-256 under which it is kept. */
export function ArrivedFile({ file, remove }: { file: EvidenceFile; remove: () => void }) {
  const w = useWords();
  return (
    <li className="arrived">
      <p>
        <a href={addressOf(file)} target="_blank" rel="noreferrer">
          {file.name}
        </a>{' '}
        <small>
          {evidenceFileTypes[file.mediaType].label} · {sizeInWords(file.size)}
        </small>{' '}
        <Button size="small" type="text" onClick={remove} aria-label={w('remove', { name: file.name })}>
          ✕
        </Button>
      </p>
      <Fingerprint file={file} />
    </li>
  );
}

/** The SHA-256 in groups, so that two people can read it to each other. */
export function Fingerprint({ file }: { file: EvidenceFile }) {
  return (
    <p className="sha256">
      SHA-256 <code>{file.sha256.match(/.{8}/g)?.join(' ')}</code>
    </p>
  );
}
