import { nfc, withoutUnseen } from './plain-text.ts';

/** How a desk shows a file in place; null where it is only kept and given out. */
export type Shown = 'pdf' | 'picture' | 'text' | 'document' | 'sheet' | null;

interface FileType {
  /** As people call it. */
  label: string;
  /** The ends of names that say this type; the first is the usual one. */
  extensions: readonly string[];
  shown: Shown;
}

/** The kinds of file that evidence may be (书证、电子数据、照片): by media type, which is read from the bytes. */
export const evidenceFileTypes = {
  'application/pdf': { label: 'PDF', extensions: ['pdf'], shown: 'pdf' },
  'image/jpeg': { label: 'JPEG', extensions: ['jpg', 'jpeg'], shown: 'picture' },
  'image/png': { label: 'PNG', extensions: ['png'], shown: 'picture' },
  'image/webp': { label: 'WebP', extensions: ['webp'], shown: 'picture' },
  'image/gif': { label: 'GIF', extensions: ['gif'], shown: 'picture' },
  'image/tiff': { label: 'TIFF', extensions: ['tif', 'tiff'], shown: null },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    label: 'Word',
    extensions: ['docx'],
    shown: 'document',
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    label: 'Excel',
    extensions: ['xlsx'],
    shown: 'sheet',
  },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    label: 'PowerPoint',
    extensions: ['pptx'],
    shown: null,
  },
  'application/msword': { label: 'Word 97–2003', extensions: ['doc'], shown: null },
  'application/vnd.ms-excel': { label: 'Excel 97–2003', extensions: ['xls'], shown: null },
  'application/vnd.ms-powerpoint': { label: 'PowerPoint 97–2003', extensions: ['ppt'], shown: null },
  'application/vnd.oasis.opendocument.text': { label: 'OpenDocument', extensions: ['odt'], shown: null },
  'application/vnd.oasis.opendocument.spreadsheet': { label: 'OpenDocument', extensions: ['ods'], shown: null },
  'text/plain': { label: 'TXT', extensions: ['txt'], shown: 'text' },
  'text/csv': { label: 'CSV', extensions: ['csv'], shown: 'text' },
} as const satisfies Record<string, FileType>;

export type EvidenceMediaType = keyof typeof evidenceFileTypes;

/** Bytes that one file may have at most: 100 MB as people's folders count them. */
export const evidenceFileLimit = 100 * 1_048_576;

const longestName = 200;

/** Every end of a name that evidence may have, without the dot. */
export const evidenceExtensions: readonly string[] = Object.values(evidenceFileTypes).flatMap(
  (type) => type.extensions,
);

/** The type that a file's name says; null where evidence has no such type, or the name has no end. */
export function typeNamed(name: string): EvidenceMediaType | null {
  const end = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : '';
  const types = Object.entries(evidenceFileTypes) as [EvidenceMediaType, FileType][];
  return types.find(([, { extensions }]) => extensions.includes(end))?.[0] ?? null;
}

/**
 * A file's name as it is kept: its last part alone, without control, invisible and direction-changing characters (which
 * make one type look like another), in NFC, at most 200 characters with its end. Null where nothing is left before the end.
 */
export function cleanFileName(given: string): string | null {
  const last = withoutUnseen(nfc(given.split(/[/\\]/).at(-1) ?? '')).trim();
  const dot = last.lastIndexOf('.');
  const [stem, end] = dot < 0 ? [last, ''] : [last.slice(0, dot).trim(), last.slice(dot)];
  if (stem.replaceAll('.', '') === '') return null;
  return (
    Array.from(stem)
      .slice(0, longestName - end.length)
      .join('') + end.slice(0, longestName - 1)
  );
}
