import { setTimeout as sleep } from 'node:timers/promises';
import type { StoryCase } from '../rehearsal/story-shape.ts';
import { casePlan, type Move } from './case-plan.ts';
import { withOtherWords } from './other-words.ts';
import { settle, type Command, type Courier } from './settle.ts';

export interface Playing extends Courier {
  stories: StoryCase[];
  seed: number;
  run: number;
  /** No new command is begun afterwards. */
  over(): boolean;
}

/** One client: case after case, until the run is over. */
export async function playCases(client: number, playing: Playing): Promise<void> {
  const { stories, seed, run } = playing;
  for (let n = 1; !playing.over(); n += 1)
    await playCase(client, casePlan(stories, seed, run, client, n).moves, playing);
}

/** A case whose command was refused, or that was never filed as far as the client knows, goes no further. */
async function playCase(client: number, moves: Move[], playing: Playing): Promise<void> {
  let caseId: string | null = null;
  for (const move of moves) {
    await sleep(move.pause);
    if (playing.over()) return;
    const command: Command = { ...move, client, caseId, otherBody: false };
    const early = move.turn === 'tooEarly' && caseId ? tooEarly(command, moves) : null;
    if (early) await settle(early, playing);
    const twin = move.turn === 'twice' ? settle(command, { ...playing, settled: () => {} }) : null;
    const said = await settle(command, playing);
    await twin;
    if (said.said === 'acknowledged') caseId ??= said.caseId;
    if (said.said === 'refused' || !caseId) return;
    const other = move.turn === 'otherBody' && said.said === 'acknowledged' && withOtherWords(command.body);
    if (other) await settle({ ...command, body: other, otherBody: true }, { ...playing, settled: () => {} });
  }
}

/** Who is to decide later tries it now; null in a story without a decision. */
function tooEarly(command: Command, moves: Move[]): Command | null {
  const decision = moves.findLast((move) => move.action === 'issueDecision');
  if (!decision) return null;
  const { action, person, body } = decision;
  return { ...command, action, person, body, key: `${command.key}-early` };
}
