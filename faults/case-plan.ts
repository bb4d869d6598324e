import { createHash } from 'node:crypto';
import { requestOf, type Request } from '../rehearsal/request-of.ts';
import type { StoryCase } from '../rehearsal/story-shape.ts';
import { SYSTEM } from '../rehearsal/story-references.ts';
import { beginStory } from '../rehearsal/story-state.ts';
import { caseTimeline } from '../rehearsal/timeline.ts';
import { ownNumber } from './own-number.ts';
import { randomOf, type Random } from './random.ts';

/**
 * What a client does beside the plain request: nothing; the same at the same moment under the same key; a decision that is
 * too early before it; the same key with another body after it.
 */
export const turns = ['plain', 'twice', 'tooEarly', 'otherBody'] as const;
export type Turn = (typeof turns)[number];

export interface Move extends Request {
  key: string;
  turn: Turn;
  /** What the client does when it does not learn what became of it. */
  onUnknown: 'retry' | 'leave';
  /** Milliseconds before it is sent. */
  pause: number;
}

export interface CasePlan {
  name: string;
  story: string;
  moves: Move[];
}

const leaves = 0.3;

/** The nth case of a client: a pure function of the seed, the run in its folder, the client and n. */
export function casePlan(stories: StoryCase[], seed: number, run: number, client: number, n: number): CasePlan {
  const random = randomOf(seed, 'case', run, client, n);
  const one = random.pick(stories);
  const state = { ...beginStory(one), handlers: one.handlers };
  const name = `${run}-${client}-${n}`;
  const numbered = ownNumber([run, client, n]);
  const requests = caseTimeline(one)
    .items.map((item) => requestOf(item, state))
    .filter(({ person }) => person !== SYSTEM)
    .map(numbered);
  const moves = requests.map((request, index) => moveOf(request, keyOf(seed, name, index), random));
  return { name, story: one.id, moves };
}

function moveOf(request: Request, key: string, random: Random): Move {
  const turn = random.chance(0.2) ? random.pick(turns) : 'plain';
  return { ...request, key, turn, onUnknown: random.chance(leaves) ? 'leave' : 'retry', pause: random.between(0, 60) };
}

function keyOf(...name: (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(name)).digest('hex').slice(0, 32);
}
