import { open, type FileHandle } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { evidenceFileTypes, typeNamed, type EvidenceMediaType } from '../domain/evidence-file.ts';
import { bringsMacros, namesInArchive } from './archive.ts';
import { holdsMacros, namesInCompoundFile, officeTypeOf } from './compound-file.ts';
import { readAt } from './read-at.ts';
import { isUtf8Text } from './text-file.ts';

/** What a file is, or why it may not be evidence. */
export type Examined =
  | { mediaType: EvidenceMediaType }
  | {
      refused:
        'evidence.empty' | 'evidence.typeNotAllowed' | 'evidence.macros' | 'evidence.cutOff' | 'evidence.notUtf8';
    }
  | { refused: 'evidence.mismatch'; named: string; found: string };

/** How the last bytes of a whole file of this type look: looked for near its end, since some programs write on after it. */
const ends: Partial<Record<EvidenceMediaType, Buffer>> = {
  'application/pdf': Buffer.from('%%EOF'),
  'image/png': Buffer.from('IEND'),
  'image/jpeg': Buffer.from([0xff, 0xd9]),
};
const nearTheEnd = 65_536;

/** Looks at the bytes of a file: its type must be allowed, be the one that its name says, whole, and bring no program. */
export async function examine(path: string, name: string): Promise<Examined> {
  const named = typeNamed(name);
  if (!named) return { refused: 'evidence.typeNotAllowed' };
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size === 0) return { refused: 'evidence.empty' };
    const sniffed = (await fileTypeFromFile(path))?.mime ?? null;
    if (named.startsWith('text/')) return await examineText(path, named, sniffed);
    return await examineBytes({ file, size, named, sniffed });
  } finally {
    await file.close();
  }
}

async function examineText(path: string, named: EvidenceMediaType, sniffed: string | null): Promise<Examined> {
  // Of other types a text may have the first letters by chance.
  if (sniffed && sniffed in evidenceFileTypes) return mismatch(named, sniffed);
  return (await isUtf8Text(path)) ? { mediaType: named } : { refused: 'evidence.notUtf8' };
}

interface Bytes {
  file: FileHandle;
  size: number;
  named: EvidenceMediaType;
  sniffed: string | null;
}

async function examineBytes(bytes: Bytes): Promise<Examined> {
  const { file, size, named, sniffed } = bytes;
  if (sniffed === 'application/x-cfb') return examineCompound(bytes);
  if (sniffed?.includes('macroenabled')) return { refused: 'evidence.macros' };
  const archive = /opendocument|openxmlformats|^application\/zip$/.test(sniffed ?? '');
  const names = archive ? await namesInArchive(file, size) : [];
  if (names === null) return { refused: 'evidence.cutOff' };
  if (bringsMacros(names)) return { refused: 'evidence.macros' };
  if (sniffed !== named) return mismatch(named, sniffed);
  return (await isWhole(file, size, named)) ? { mediaType: named } : { refused: 'evidence.cutOff' };
}

async function examineCompound({ file, size, named, sniffed }: Bytes): Promise<Examined> {
  const names = await namesInCompoundFile(file, size);
  if (names === null) return { refused: 'evidence.cutOff' };
  if (holdsMacros(names)) return { refused: 'evidence.macros' };
  const found = officeTypeOf(names);
  return found === named ? { mediaType: named } : mismatch(named, found ?? sniffed);
}

async function isWhole(file: FileHandle, size: number, type: EvidenceMediaType): Promise<boolean> {
  const end = ends[type];
  if (end) return (await readAt(file, Math.max(0, size - nearTheEnd), nearTheEnd)).includes(end);
  // RIFF says how long it is.
  return type !== 'image/webp' || (await readAt(file, 4, 4)).readUInt32LE(0) + 8 <= size;
}

function mismatch(named: EvidenceMediaType, found: string | null): Examined {
  const label = found ? (evidenceFileTypes[found as EvidenceMediaType]?.label ?? found) : '?';
  return { refused: 'evidence.mismatch', named: evidenceFileTypes[named].label, found: label };
}
