import { createHash } from 'node:crypto';
import { addDays, type Day } from '../domain/calendar.ts';
import type { Client } from '../rehearsal/client.ts';
import { actOf, requestOf } from '../rehearsal/request-of.ts';
import { sendAct, type Act, type Outcome } from '../rehearsal/send-act.ts';
import { beginStory, learn, type StoryState } from '../rehearsal/story-state.ts';
import type { Item } from '../rehearsal/timeline.ts';
import { numberTurns, withNumber } from './numbers.ts';
import type { Script } from './scripts.ts';

/** How many requests are under way at once. */
const atOnce = 6;

/**
 * Plays the cases side by side, each in its own order. Sent again, each request has the same key, so that what was played
 * before is not played twice. Answers what was refused, one sentence each; such a case stays where it stood.
 */
export async function playScripts(
  scripts: Script[],
  { client, today, said }: { client: Client; today: Day; said: (done: number) => void },
): Promise<string[]> {
  const turns = numberTurns(scripts);
  const slot = slots(atOnce);
  const refused: string[] = [];
  let done = 0;
  await Promise.all(scripts.map(playOne));
  return refused;

  async function playOne({ one, items }: Script, index: number): Promise<void> {
    const state = { ...beginStory(one), handlers: one.handlers };
    for (const item of items) {
      const turn = turns.get(item);
      const number = await turn?.next;
      const outcome = state.stopped ? null : await slot(() => send(item, state, { index, number }));
      turn?.end(outcome?.accepted ?? false);
      if (outcome?.accepted) learn(state, outcome.view);
      if (!outcome || outcome.accepted) continue;
      refused.push(`${one.id} ${item.at} ${nameOf(item)}: ${outcome.code} ${outcome.message}`);
      state.stopped = true;
    }
    said((done += 1));
  }

  function send(
    item: Item,
    state: StoryState,
    { index, number }: { index: number; number?: string },
  ): Promise<Outcome> {
    const { action, person, body: told } = requestOf(item, state);
    const body = withNumber(action, told, number);
    const act = action === 'leave' ? leaveOf(person, body, item.at) : actOf({ action, person, body }, item.at, state);
    const what = `${index} ${item.at} ${action} ${JSON.stringify(body)}`;
    return sendAct(client, { ...act, key: createHash('sha256').update(what).digest('hex').slice(0, 40) });
  }

  /** Somebody enters their leave, from and to so many days from today. */
  function leaveOf(person: string, { kind, fromIn, toIn }: Record<string, unknown>, at: string): Act {
    const body = { kind, from: addDays(today, Number(fromIn)), to: addDays(today, Number(toIn)) };
    return { person, path: `/api/v1/people/${person}/leave`, body, at, known: null };
  }
}

function nameOf(item: Item): string {
  return item.kind === 'step' ? item.step.action : item.kind;
}

/** Runs so many at once; whoever comes later waits. */
function slots(count: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
