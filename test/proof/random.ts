import { randomOf } from '../../faults/random.ts';

/** Numbers that are the same again under the same seed. */
export interface Random {
  /** An integer from 0 up to, and without, `below`. */
  upTo(below: number): number;
  /** True so often in a hundred times. */
  percent(times: number): boolean;
  one<Value>(list: readonly Value[]): Value;
  shuffled<Value>(list: readonly Value[]): Value[];
}

export function randomFrom(seed: number): Random {
  const { next } = randomOf(seed);
  const upTo = (below: number) => Math.floor(next() * below);
  return {
    upTo,
    percent: (times) => next() * 100 < times,
    one: (list) => list[upTo(list.length)]!,
    shuffled(list) {
      const left = [...list];
      return list.map(() => left.splice(upTo(left.length), 1)[0]!);
    },
  };
}

/** Chooses what somebody who means well would choose: the first, and whatever happens more often than not. */
export const wellMeant: Random = {
  upTo: () => 0,
  percent: (times) => times >= 50,
  one: (list) => list[0]!,
  shuffled: (list) => [...list],
};
