/** Numbers that are the same again under the same seed. */
export interface Random {
  /** An integer from 0 up to, and without, `below`. */
  upTo(below: number): number;
  /** True so often in a hundred times. */
  percent(times: number): boolean;
  one<Value>(list: readonly Value[]): Value;
  shuffled<Value>(list: readonly Value[]): Value[];
}

/** Mulberry32: small, and good enough to choose by. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
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
