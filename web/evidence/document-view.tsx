import DOMPurify from 'dompurify';
import mammoth from 'mammoth';
import { useEffect } from 'react';
import type { EvidenceFile } from '../../api/schemas/evidence-files.ts';
import { Loading } from '../loading.tsx';
import { useContent } from './use-content.ts';
import { Unread } from './unread.tsx';
import { useWords } from './words.ts';

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** A Word document as text with headings, lists, tables and pictures; nothing of it can run, lead elsewhere or send. */
export function DocumentView({ file }: { file: EvidenceFile }) {
  const w = useWords();
  const content = useContent(file, 'document', readDocument);
  const images = content.data?.images;
  useEffect(() => () => images?.forEach((url) => URL.revokeObjectURL(url)), [images]);
  if (content.isPending) return <Loading />;
  if (content.error) return <Unread error={content.error} />;
  return (
    <>
      <div
        className="document"
        tabIndex={0}
        role="group"
        aria-label={file.name}
        dangerouslySetInnerHTML={{ __html: content.data.html }}
      />
      <p className="hint">{w('documentHint')}</p>
    </>
  );
}

async function readDocument(bytes: Blob) {
  const images: string[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    if (!pictures.includes(image.contentType)) return { src: '' };
    const url = URL.createObjectURL(new Blob([await image.readAsArrayBuffer()], { type: image.contentType }));
    images.push(url);
    return { src: url };
  });
  const { value } = await mammoth.convertToHtml({ arrayBuffer: await bytes.arrayBuffer() }, { convertImage });
  const html = DOMPurify.sanitize(value, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['style', 'form', 'input', 'button', 'video', 'audio'],
    FORBID_ATTR: ['style', 'href', 'id', 'name', 'class'],
    ALLOWED_URI_REGEXP: /^blob:/,
  });
  return { html, images };
}
