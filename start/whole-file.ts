import { renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file so that a crash, a loss of power or a full disk leaves the one that was there or the whole new one.
 * @throws what the file system says; the one that was there stays
 */
export function writeWholeFile(file: string, content: string, mode = 0o644): void {
  const unfinished = `${file}.${process.pid}.new`;
  try {
    writeFileSync(unfinished, content, { mode, flush: true });
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
