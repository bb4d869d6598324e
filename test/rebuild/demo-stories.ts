import { readStoryFolder } from '../../rehearsal/story-folder.ts';
import type { RecordedSystem } from '../support/recorded-system.ts';
import { storyOf, upTo, type Told } from '../support/stories.ts';

/** Every story of the demo, the last one until its overseer's order, which nobody gives by hand. */
export function demoStories(): Told[][] {
  return readStoryFolder('demo').cases.map(({ id }) => {
    const { requests } = storyOf(id);
    return id === 'C10' ? upTo(requests, 'openSupervision', { included: false }) : requests;
  });
}

/** Tells all of them; answers the cases' ids. */
export async function tellDemo(system: RecordedSystem): Promise<string[]> {
  const ids: string[] = [];
  for (const story of demoStories()) ids.push(await system.tellAll(story));
  return ids;
}
