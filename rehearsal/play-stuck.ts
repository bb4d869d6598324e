import { same } from './check-step.ts';
import type { Client } from './client.ts';
import { afterFailure, unmade, type Scene } from './scene.ts';
import { readCase } from './send-act.ts';
import { casePath, type StoryState } from './story-state.ts';
import type { StuckProbe } from './stuck-probes.ts';
import type { Check } from './tally.ts';

interface StuckPage {
  items: { id: string; causes: { cause: string; since: string }[] }[];
  nextCursor: string | null;
}

/** What the stories say of a cause, under its name in the API. */
const causeNames: Record<string, string> = {
  'nobody holds the task': 'nobodyHolds',
  'holder left': 'holderLeft',
  'holder on leave, no delegate': 'holderOnLeave',
  'holder lost the role': 'roleLost',
  'holder lost the certificate': 'certificateLost',
  'no live timer': 'timerMissing',
  'nothing happened': 'idle',
  'workflow failing': 'workflowFailing',
};

/** Asks as an overseer of the overseeing bureau whether the case is among the stuck ones, for that cause and since that day. */
export async function playStuck(probe: StuckProbe, state: StoryState, scene: Scene): Promise<Check[]> {
  const name = `stuck on ${probe.at.slice(0, 16)}`;
  const expected = probe.since;
  if (state.stopped || !state.id) return unmade([same('dates', name, expected, null)], afterFailure);
  const overseer = overseerOf(state, scene);
  const cause = causeNames[probe.because];
  if (!overseer || !cause) return [same('dates', name, expected, `nobody can ask for ${probe.because}`)];
  try {
    await readCase(scene.client, overseer, casePath(state), probe.at);
    return [same('dates', name, expected, await stuckSince(scene.client, overseer, probe.at, state.id, cause))];
  } catch (error) {
    return [same('dates', name, expected, (error as Error).message)];
  }
}

function overseerOf({ one }: StoryState, { organisation }: Scene): string | undefined {
  const bureau = organisation.agencies.find(({ id }) => id === one.agency)?.overseenBy;
  return organisation.people.find(({ agency, roles }) => agency === bureau && roles.includes('overseer'))?.id;
}

/** The day since which the list has the case for this cause; null when it has not. */
async function stuckSince(
  client: Client,
  overseer: string,
  at: string,
  id: string,
  cause: string,
): Promise<string | null> {
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await client.get(overseer, `/api/v1/oversight/stuck?limit=100${query}`, at);
    if (status !== 200) throw new Error(`GET /api/v1/oversight/stuck by ${overseer}: ${status}`);
    const page = body as StuckPage;
    const found = page.items.find((item) => item.id === id);
    if (found) return found.causes.find((one) => one.cause === cause)?.since.slice(0, 10) ?? null;
    cursor = page.nextCursor;
  }
  return null;
}
