import { endOfStory } from './end-of-story.ts';
import { playRecord } from './play-record.ts';
import { playStep } from './play-step.ts';
import { playStuck } from './play-stuck.ts';
import { playSystemStep } from './play-system-step.ts';
import { SYSTEM } from './story-references.ts';
import type { Scene } from './scene.ts';
import type { StoryCase } from './story-shape.ts';
import { beginStory, type StoryState } from './story-state.ts';
import { stuckProbes, type StuckProbe } from './stuck-probes.ts';
import { asked, skip, type Check } from './tally.ts';
import { caseTimeline, mergeTimelines, type Item } from './timeline.ts';

/** Plays all stories in one common order, counts what is as it should be, and tells each step. */
export async function play(cases: StoryCase[], scene: Scene): Promise<void> {
  const states = new Map(cases.map((one) => [one.id, beginStory(one)]));
  const timelines = cases.map(caseTimeline);
  for (const reason of timelines.flatMap((timeline) => timeline.unplayable)) skip(scene.tally, reason, 1);
  const items: (Item | StuckProbe)[][] = [...timelines.map((timeline) => timeline.items), ...cases.map(stuckProbes)];
  for (const item of mergeTimelines(items)) {
    scene.signal.throwIfAborted();
    const state = states.get(item.caseId);
    if (state) scene.report.item(item, asked(await playItem(item, state, scene), scene.only));
  }
  for (const state of states.values()) scene.report.end(state.one.id, asked(endOfStory(state), scene.only));
}

function playItem(item: Item | StuckProbe, state: StoryState, scene: Scene): Promise<Check[]> {
  if (item.kind === 'stuck') return playStuck(item, state, scene);
  if (item.kind !== 'step') return playRecord(item, state, scene);
  if (item.step.actor === SYSTEM) return playSystemStep(item.step, state, scene);
  return playStep(item.step, state, scene);
}
