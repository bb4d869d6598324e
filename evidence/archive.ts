import type { FileHandle } from 'node:fs/promises';
import { readAt } from './read-at.ts';

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const longestEnd = 65_557;
const longestDirectory = 16 * 1_048_576;

/** The names in a ZIP archive (Office and OpenDocument files are such); null where its directory, at its end, is not there. */
export async function namesInArchive(file: FileHandle, size: number): Promise<string[] | null> {
  const tail = await readAt(file, Math.max(0, size - longestEnd), Math.min(size, longestEnd));
  const end = lastMark(tail);
  if (end === null) return null;
  const length = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (offset + length > size || length > longestDirectory) return null;
  return namesIn(await readAt(file, offset, length));
}

function lastMark(tail: Buffer): number | null {
  for (let at = tail.length - 22; at >= 0; at -= 1) if (tail.readUInt32LE(at) === endMark) return at;
  return null;
}

function namesIn(directory: Buffer): string[] | null {
  const names: string[] = [];
  for (let at = 0; at < directory.length;) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entryMark) return null;
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [number, number, number]; // prettier-ignore
    names.push(directory.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

/** Whether a document brings a program with it: VBA, Excel 4 sheets, OpenDocument's Basic and scripts. */
export function bringsMacros(names: string[]): boolean {
  return names.some((name) => /(^|\/)vbaProject\.bin$|^xl\/macrosheets\/|^(Basic|Scripts)\/./i.test(name));
}
