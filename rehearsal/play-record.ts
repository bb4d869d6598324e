import { actOf, requestOf } from './request-of.ts';
import { afterFailure, played, unmade, type Scene } from './scene.ts';
import { sendAct } from './send-act.ts';
import { learn, type StoryState } from './story-state.ts';
import type { Check } from './tally.ts';
import type { Item } from './timeline.ts';

/** Plays evidence, a notice, an answer or a hearing: it has only to be accepted. */
export async function playRecord(item: Item, state: StoryState, { client }: Scene): Promise<Check[]> {
  if (state.stopped) return unmade([played(null)], afterFailure);
  if (!state.id) return [played('the case is not registered at that moment')];
  const outcome = await sendAct(client, actOf(requestOf(item, state), item.at, state));
  if (!outcome.accepted) return [played(`${outcome.code} (${outcome.message})`)];
  learn(state, outcome.view);
  return [played(null)];
}
