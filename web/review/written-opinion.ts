import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Opinion, Round } from '../../api/schemas/rounds.ts';
import type { ReviewItem } from '../../domain/process.ts';
import type { Verdict } from '../../domain/state.ts';
import { blankItem, itemKeys, numberOf, type TypedItem, type TypedOpinion } from './typed-opinion.ts';

/** An opinion as its document says it, given or still being written. */
export interface WrittenOpinion {
  no: string | null;
  verdict: Verdict | null;
  opinion: string;
  items: ({ key: ReviewItem; item: number } & TypedItem)[];
  reviewer: string;
  givenAt: string | null;
  signedBy: string | null;
  signedAt: string | null;
  advice: Round['advice'];
  relaxations: CaseAnswer['relaxations'];
}

const unsigned = { no: null, givenAt: null, signedBy: null, signedAt: null };

/** As far as it is typed; every one of the ten items is there, answered or not. */
export function writtenFrom({ items, verdict, opinion }: TypedOpinion) {
  const answered = itemKeys.filter((key) => key !== 'other' || items[key]?.result);
  return {
    ...unsigned,
    verdict,
    opinion,
    items: answered.map((key) => ({ ...(items[key] ?? blankItem), key, item: numberOf(key) })),
  };
}

/** The opinion of a round, or one that was returned in it. */
export function writtenIn(round: Round, opinion: Opinion): WrittenOpinion {
  const standing = round.opinion === opinion;
  return {
    no: standing ? round.opinionNo : null,
    signedBy: standing ? (round.signedBy?.name ?? null) : null,
    signedAt: standing ? round.signedAt : null,
    verdict: opinion.verdict,
    opinion: opinion.opinion,
    items: opinion.items,
    reviewer: opinion.by.name,
    givenAt: opinion.at,
    advice: round.advice,
    relaxations: round.relaxations,
  };
}
