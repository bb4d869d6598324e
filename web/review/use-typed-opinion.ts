import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Opinion, Round } from '../../api/schemas/rounds.ts';
import { useKept } from '../kept.ts';
import { blankOpinion, typedFrom, type TypedOpinion } from './typed-opinion.ts';

/** The opinion that is being written, and what it goes on from. */
export interface Written {
  typed: TypedOpinion;
  change: (next: (before: TypedOpinion) => TypedOpinion) => void;
  forget: () => void;
  current: Round | undefined;
  /** The opinion of the last round before that has one. */
  before: { round: number; opinion: Opinion } | null;
  /** The last return of an opinion in this round. */
  returned: Round['returns'][number] | null;
}

/** Begins anew in each round, and with the opinion that was returned where one was. */
export function useTypedOpinion({ id, round }: CaseAnswer, rounds: Round[]): Written {
  const current = rounds.find((one) => one.round === round);
  const earlier = rounds.findLast((one) => one.round < round && one.opinion);
  const returned = current?.returns.at(-1) ?? null;
  const begun = () => (returned?.opinion ? typedFrom(returned.opinion) : blankOpinion);
  const name = `review.${id}.${round}.${current?.returns.length ?? 0}`;
  const [typed, change, forget] = useKept<TypedOpinion>(name, begun);
  const before = earlier?.opinion ? { round: earlier.round, opinion: earlier.opinion } : null;
  return { typed, change, forget, current, before, returned };
}
