import type { FileHandle } from 'node:fs/promises';
import type { EvidenceMediaType } from '../domain/evidence-file.ts';
import { readAt } from './read-at.ts';

/** Sectors with a meaning of their own begin here (MS-CFB 2.1): end of a chain, free, and the like. */
const special = 0xfffffffa;

/**
 * The names in the directory of a compound file (MS-CFB), which Office's documents of 97–2003 are; null where a chain of its
 * sectors leads out of the file or round in a circle.
 */
export async function namesInCompoundFile(file: FileHandle, size: number): Promise<string[] | null> {
  const header = await readAt(file, 0, 512);
  if (header.length < 512) return null;
  const sectorSize = 2 ** header.readUInt16LE(30);
  if (sectorSize !== 512 && sectorSize !== 4096) return null;
  const sectors = Math.ceil(size / sectorSize);
  const sector = (n: number) => readAt(file, (n + 1) * sectorSize, sectorSize);
  const perSector = sectorSize / 4;

  const tables = numbers(header.subarray(76, 512)).filter((n) => n < special);
  for (let next = header.readUInt32LE(68), left = sectors; next < special; left -= 1) {
    const part = numbers(await sector(next));
    if (part.length < perSector || left === 0) return null;
    tables.push(...part.slice(0, -1).filter((n) => n < special));
    next = part.at(-1)!;
  }
  const names: string[] = [];
  for (let next = header.readUInt32LE(48), left = sectors; next < special; left -= 1) {
    const directory = await sector(next);
    if (directory.length < sectorSize || left === 0) return null;
    names.push(...entriesIn(directory));
    const table = tables[Math.floor(next / perSector)];
    if (table === undefined) return null;
    next = numbers(await sector(table))[next % perSector] ?? special;
  }
  return names;
}

function numbers(bytes: Buffer): number[] {
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_none, n) => bytes.readUInt32LE(n * 4));
}

function entriesIn(directory: Buffer): string[] {
  const entries = Array.from({ length: directory.length / 128 }, (_none, n) =>
    directory.subarray(n * 128, n * 128 + 128),
  );
  return entries
    .filter((entry) => entry[66] !== 0)
    .map((entry) => entry.toString('utf16le', 0, Math.min(64, Math.max(0, entry.readUInt16LE(64) - 2))));
}

/** Which document of Office 97–2003 has these names in it; null for what is none. */
export function officeTypeOf(names: string[]): EvidenceMediaType | null {
  if (names.includes('WordDocument')) return 'application/msword';
  if (names.includes('Workbook') || names.includes('Book')) return 'application/vnd.ms-excel';
  return names.includes('PowerPoint Document') ? 'application/vnd.ms-powerpoint' : null;
}

/** Whether it brings a VBA program. PowerPoint hides its own inside a stream, where this does not look. */
export function holdsMacros(names: string[]): boolean {
  return names.some((name) => ['Macros', 'VBA', '_VBA_PROJECT', '_VBA_PROJECT_CUR'].includes(name));
}
