import type { Administration } from './administration.ts';
import { playIllegalEntry } from './play-illegal-entry.ts';
import type { Scene } from './scene.ts';
import type { StoryFolder } from './story-folder.ts';
import type { IllegalEntry } from './story-shape.ts';
import type { Check } from './tally.ts';

/** As many at once as keep two processors busy: each entry waits for its own agency alone. */
const atOnce = 4;

/** Plays the entries several at once and tells them in their order. */
export async function playIllegal(
  entries: IllegalEntry[],
  folder: StoryFolder,
  scene: Scene,
  administration: Administration,
): Promise<void> {
  const done: Check[][] = [];
  let begun = 0;
  let told = 0;

  async function work(): Promise<void> {
    for (let n = begun++; n < entries.length; n = begun++) {
      scene.signal.throwIfAborted();
      done[n] = await safely(entries[n]!);
      tellInOrder();
    }
  }

  async function safely(entry: IllegalEntry): Promise<Check[]> {
    try {
      return await playIllegalEntry(entry, folder, scene, administration);
    } catch (error) {
      scene.signal.throwIfAborted();
      return [{ aspect: 'later', name: 'played', wrong: (error as Error).message }];
    }
  }

  function tellInOrder(): void {
    for (; done[told]; told += 1) scene.report.entry(entries[told]!, done[told]!);
  }

  await Promise.all(Array.from({ length: atOnce }, work));
}
