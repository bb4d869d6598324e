import { createAdministration } from './administration.ts';
import { parseCall, type Call } from './arguments.ts';
import { chooseCases, type Chosen } from './choose-cases.ts';
import { createClient } from './client.ts';
import { createNumberGaps } from './number-gaps.ts';
import { play } from './play.ts';
import { playIllegal } from './play-illegal.ts';
import { startRehearsalSystem, type RehearsalSystem } from './rehearsal-system.ts';
import { createReport, type Report } from './report.ts';
import { readStoryFolder, type StoryFolder } from './story-folder.ts';
import type { StoryCase } from './story-shape.ts';
import { emptyTally, type Tally } from './tally.ts';

export interface Rehearsed {
  /** 0, or 1 when something failed. */
  code: number;
  /** The system that --keep leaves running. */
  kept: RehearsalSystem | null;
}

interface Rehearsal {
  call: Call;
  folder: StoryFolder;
  chosen: Chosen;
  tally: Tally;
  report: Report;
  print: (line: string) => void;
  signal: AbortSignal;
}

/**
 * Plays a folder of stories through a system of its own, and then, through a second one, what must be refused.
 * @throws BadCall for a bad call or folder
 */
export async function rehearse(args: string[], print: (line: string) => void, signal: AbortSignal): Promise<Rehearsed> {
  const call = parseCall(args);
  const folder = readStoryFolder(call.folder);
  const tally = emptyTally();
  const report = createReport(tally, print);
  const rehearsal = { call, folder, chosen: chooseCases(folder, call.cases), tally, report, print, signal };
  const kept = await rehearseStories(rehearsal);
  try {
    if (call.only === null && rehearsal.chosen.illegal.length > 0) await rehearseIllegal(rehearsal);
    report.close();
  } catch (error) {
    await kept?.end(false);
    throw error;
  }
  if (kept) print(`系统仍在运行，按 Ctrl-C 停止 · the system keeps running until Ctrl-C: ${kept.url}`);
  return { code: tally.failed > 0 ? 1 : 0, kept };
}

async function rehearseStories(rehearsal: Rehearsal): Promise<RehearsalSystem | null> {
  const { call, folder, chosen, print, signal } = rehearsal;
  const system = await startRehearsalSystem(folder.folder, `rehearsal-${process.pid}`, print, signal);
  let done = false;
  try {
    const { cases } = chosen;
    const notPlayed = folder.cases.filter((one) => !cases.includes(one));
    await play(cases, sceneIn(system, rehearsal, notPlayed).scene);
    done = true;
  } finally {
    if (!call.keep || !done) await system.end(false);
  }
  return call.keep ? system : null;
}

async function rehearseIllegal(rehearsal: Rehearsal): Promise<void> {
  const { folder, chosen, print, signal } = rehearsal;
  const system = await startRehearsalSystem(folder.folder, `rehearsal-${process.pid}-illegal`, print, signal);
  try {
    const { scene, administration } = sceneIn(system, rehearsal, []);
    await playIllegal(chosen.illegal, folder, scene, administration);
  } finally {
    await system.end(false);
  }
}

function sceneIn(
  { url, passwords }: RehearsalSystem,
  { call, folder, tally, report, signal }: Rehearsal,
  notPlayed: StoryCase[],
) {
  const client = createClient(url, passwords);
  const administration = createAdministration(client, passwords);
  const gaps = createNumberGaps(notPlayed, administration.setSeries);
  const { organisation } = folder;
  return { scene: { client, organisation, only: call.only, tally, report, gaps, signal }, administration };
}
