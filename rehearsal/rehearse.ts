import { parseCall } from './arguments.ts';
import { chooseCases } from './choose-cases.ts';
import { createClient } from './client.ts';
import { createNumberGaps } from './number-gaps.ts';
import { play } from './play.ts';
import { startRehearsalSystem, type RehearsalSystem } from './rehearsal-system.ts';
import { createReport } from './report.ts';
import { readStoryFolder } from './story-folder.ts';
import { emptyTally, skip } from './tally.ts';

/** Off until attempts that must be refused are played, each in its own copy of the agency. */
const PLAY_ILLEGAL_ENTRIES = false;

export interface Rehearsed {
  /** 0, or 1 when something failed. */
  code: number;
  /** The system that --keep leaves running. */
  kept: RehearsalSystem | null;
}

/** Plays a folder of stories through a system of its own. @throws BadCall for a bad call or folder */
export async function rehearse(args: string[], print: (line: string) => void, signal: AbortSignal): Promise<Rehearsed> {
  const call = parseCall(args);
  const folder = readStoryFolder(call.folder);
  const { cases, illegal } = chooseCases(folder, call.cases);
  const system = await startRehearsalSystem(folder.folder, `rehearsal-${process.pid}`, print, signal);
  const tally = emptyTally();
  const report = createReport(tally, print);
  let done = false;
  try {
    const client = createClient(system.url, system.passwords);
    const { organisation } = folder;
    const notPlayed = folder.cases.filter((one) => !cases.includes(one));
    const gaps = createNumberGaps(notPlayed, system.setSeries);
    await play(cases, { client, organisation, only: call.only, tally, report, gaps, signal });
    if (!PLAY_ILLEGAL_ENTRIES && call.only === null) skip(tally, 'illegal entries: not played yet', illegal.length);
    report.close();
    done = true;
  } finally {
    if (!call.keep || !done) await system.end(false);
  }
  if (call.keep) print(`系统仍在运行，按 Ctrl-C 停止 · the system keeps running until Ctrl-C: ${system.url}`);
  return { code: tally.failed > 0 ? 1 : 0, kept: call.keep ? system : null };
}
