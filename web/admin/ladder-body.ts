import { limitKeys } from '../../domain/deadline-names.ts';
import { hasLadder } from '../../domain/administration/pack-effects.ts';
import type { LadderRule } from '../../domain/ladder.ts';

export const rungNames = ['oneDayBefore', 'plus2', 'plus5'] as const;
type RungName = (typeof rungNames)[number];
type Ladders = Record<string, Partial<LadderRule>>;

/** The ladder of one limit as it is typed; what is empty goes by that of every limit. */
export type TypedLadder = Record<RungName, string> & { halfWay: '' | 'on' | 'off' };

export const emptyLadder: TypedLadder = { halfWay: '', oneDayBefore: '', plus2: '', plus5: '' };

/** The limits that may have a ladder of their own. */
export const ladderedLimits: readonly string[] = limitKeys.filter(hasLadder);

/** What a pack says of single limits, as it is typed. */
export function typedLadders(ladder: Ladders): Record<string, TypedLadder> {
  const own = Object.entries(ladder).filter(([key]) => key !== 'every');
  return Object.fromEntries(
    own.map(([key, { halfWay, ...rungs }]) => {
      const said = rungNames.map((name) => [name, rungs[name] === undefined ? '' : String(rungs[name])]);
      return [key, { ...Object.fromEntries(said), halfWay: halfWay === undefined ? '' : halfWay ? 'on' : 'off' } as TypedLadder]; // prettier-ignore
    }),
  );
}

/** What is typed of single limits as a pack has it: only what is filled, and no limit of which nothing is. */
export function laddersOf(typed: Record<string, TypedLadder>): Ladders {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([key, { halfWay, ...rungs }]) => {
      const said = rungNames.flatMap((name) => (rungs[name] === '' ? [] : [[name, Number(rungs[name])] as const]));
      const rule: Partial<LadderRule> = { ...Object.fromEntries(said), ...(halfWay && { halfWay: halfWay === 'on' }) };
      return Object.keys(rule).length > 0 ? [[key, rule]] : [];
    }),
  );
}

/** Whether the overseeing bureau would be told before the leader in charge, or at once (domain/administration/check-ladder.ts). */
export function isCrossed(typed: Pick<TypedLadder, 'plus2' | 'plus5'>, every: Record<RungName, string>): boolean {
  const [plus2, plus5] = [Number(typed.plus2 || every.plus2), Number(typed.plus5 || every.plus5)];
  return plus2 > 0 && plus5 > 0 && plus2 >= plus5;
}
