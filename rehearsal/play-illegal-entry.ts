import type { Administration } from './administration.ts';
import { copyAgency, type AgencyCopy } from './agency-copy.ts';
import { checkAttempt } from './check-attempt.ts';
import { beforeAttempt, type Before } from './illegal-timeline.ts';
import { importsOf } from './import-bodies.ts';
import { seriesBefore } from './number-series.ts';
import { applyOverrides } from './overrides.ts';
import { playRecord } from './play-record.ts';
import { sendStep } from './play-step.ts';
import { playSystemStep } from './play-system-step.ts';
import { played, unmade, type Scene } from './scene.ts';
import type { StoryFolder } from './story-folder.ts';
import { SYSTEM } from './story-references.ts';
import type { IllegalEntry } from './story-shape.ts';
import { beginStory, type StoryState } from './story-state.ts';
import type { Check } from './tally.ts';

const notReached = 'the attempt was not reached';

/** Plays one entry in its own copy of the agency: up to the attempt, the attempt, and what is lawful instead. */
export async function playIllegalEntry(
  entry: IllegalEntry,
  folder: StoryFolder,
  scene: Scene,
  administration: Administration,
): Promise<Check[]> {
  const one = folder.cases.find((candidate) => candidate.id === entry.given.case);
  if (!one) return [reached(`no case ${entry.given.case}`)];
  const setting = applyOverrides({ one, organisation: folder.organisation }, entry.given);
  const copy = copyAgency(setting, entry);
  const own = { ...scene, organisation: copy.organisation };
  const state = beginStory(copy.one);
  const wrong = await reach(copy, state, folder, own, administration);
  if (wrong !== null) return [reached(wrong), ...unmade(checksOf(entry), notReached)];
  return [reached(null), ...(await checkAttempt(copy.entry, state, own.client))];
}

/** Brings agency, series and case to where the attempt is made; what went wrong, or null. */
async function reach(
  copy: AgencyCopy,
  state: StoryState,
  folder: StoryFolder,
  scene: Scene,
  administration: Administration,
): Promise<string | null> {
  try {
    const { organisation, lists, surplus } = importsOf(copy, folder.lists);
    for (const [kind, body] of organisation) await administration.bring(kind, body);
    for (const [kind, body] of lists) await administration.bringLawful(kind, body);
    for (const { person, role } of surplus) await administration.withdraw(person, role);
    for (const number of seriesBefore(copy.one, copy.entry)) await administration.setSeries(copy.one.agency, number);
  } catch (error) {
    return (error as Error).message;
  }
  for (const item of beforeAttempt(copy.one, copy.entry)) {
    scene.signal.throwIfAborted();
    const wrong = await playBefore(item, state, scene);
    if (wrong !== null) return `${nameOf(item)}: ${wrong}`;
  }
  return null;
}

async function playBefore(item: Before, state: StoryState, scene: Scene): Promise<string | null> {
  if (item.kind === 'step' && item.step.actor === SYSTEM) {
    const checks = await playSystemStep(item.step, state, scene);
    return checks.find((check) => check.aspect === 'played')?.wrong ?? null;
  }
  if (item.kind === 'step' || item.kind === 'act') {
    const outcome = await sendStep(item.kind === 'step' ? item.step : item.act, state, scene.client);
    return outcome.accepted ? null : `${outcome.code} (${outcome.message})`;
  }
  const checks = await playRecord(item, state, scene);
  return checks.find((check) => check.wrong !== null)?.wrong ?? null;
}

function nameOf(item: Before): string {
  if (item.kind === 'step') return `step ${item.step.step} ${item.step.action}`;
  return item.kind === 'act' ? item.act.action : item.kind;
}

function reached(wrong: string | null): Check {
  return { ...played(wrong), aspect: 'later', name: 'played up to the attempt' };
}

function checksOf({ lawfulInstead, refusedBecause }: IllegalEntry): Check[] {
  const names = [`refused with ${refusedBecause}`, 'without effect', ...(lawfulInstead ? ['lawful instead'] : [])];
  return names.map((name) => ({ aspect: 'later', name, wrong: null }));
}
