import type { EvidenceFile } from '../../api/schemas/evidence-files.ts';
import { Loading } from '../loading.tsx';
import { useContent } from './use-content.ts';
import { Unread } from './unread.tsx';
import { useWords } from './words.ts';

const shownBytes = 200_000;

/** A text as it is; the beginning of a long one. */
export function TextView({ file }: { file: EvidenceFile }) {
  const w = useWords();
  const content = useContent(file, 'text', (bytes) => bytes.slice(0, shownBytes).text());
  if (content.isPending) return <Loading />;
  if (content.error) return <Unread error={content.error} />;
  return (
    <>
      <pre tabIndex={0}>{content.data}</pre>
      {file.size > shownBytes && <p className="hint">{w('partShown')}</p>}
    </>
  );
}
