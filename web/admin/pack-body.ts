import type { ParametersAnswer } from '../../api/schemas/parameters.ts';
import { limitKeys } from '../../domain/deadline-names.ts';
import { laddersOf, typedLadders, type TypedLadder } from './ladder-body.ts';

type Pack = ParametersAnswer['packs'][number];
type Defaults = ParametersAnswer['defaults'];

export const relaxationNames = ['headDoesFirstReview', 'pooledReviewers', 'signOffElsewhere'] as const;
export type RelaxationName = (typeof relaxationNames)[number];

/** A pack as it is typed: numbers as texts, so that a half-typed one is not changed under the hand. */
export interface TypedPack {
  effectiveFrom: string;
  limits: Record<string, { value: string; unit: 'wd' | 'd' }>;
  halfWay: boolean;
  rungs: Record<'oneDayBefore' | 'plus2' | 'plus5', string>;
  /** The ladders of single limits. */
  ladders: Record<string, TypedLadder>;
  relaxations: Record<RelaxationName, { on: boolean; ground: string; agencies: string }>;
}

/** What stands in the form at first: the pack that is there, on the defaults where it is silent. */
export function typedPack(defaults: Defaults, base: Pack | undefined): TypedPack {
  const { halfWay, oneDayBefore, plus2, plus5 } = { ...defaults.ladder, ...base?.ladder['every'] };
  const held = (base?.relaxations ?? {}) as Partial<Record<RelaxationName, { ground?: string; agencies?: string[] }>>;
  return {
    effectiveFrom: '',
    limits: Object.fromEntries(
      limitKeys.flatMap((key) => {
        const limit = base?.limits[key] ?? defaults.limits[key];
        return limit ? [[key, { value: String(limit.value), unit: limit.unit }]] : [];
      }),
    ),
    halfWay,
    rungs: { oneDayBefore: String(oneDayBefore), plus2: String(plus2), plus5: String(plus5) },
    ladders: typedLadders(base?.ladder ?? {}),
    relaxations: Object.fromEntries(
      relaxationNames.map((name) => {
        const { ground = '', agencies = [] } = held[name] ?? {};
        return [name, { on: name in held, ground, agencies: agencies.join(', ') }];
      }),
    ) as TypedPack['relaxations'],
  };
}

/** The import of what is typed. */
export function packBody(agency: string, typed: TypedPack) {
  const { effectiveFrom, halfWay, rungs, ladders } = typed;
  const limits = Object.fromEntries(
    Object.entries(typed.limits).map(([key, { value, unit }]) => [key, { value: Number(value), unit }]),
  );
  const { oneDayBefore, plus2, plus5 } = rungs;
  const every = { halfWay, oneDayBefore: Number(oneDayBefore), plus2: Number(plus2), plus5: Number(plus5) };
  const relaxations = Object.fromEntries(
    relaxationNames.flatMap((name) => {
      const { on, ground, agencies } = typed.relaxations[name];
      const ids = agencies.split(/[,，、\s]+/).filter(Boolean);
      return on ? [[name, { ground, ...(name !== 'headDoesFirstReview' && { agencies: ids }) }]] : [];
    }),
  );
  return { packs: [{ agency, effectiveFrom, limits, ladder: { ...laddersOf(ladders), every }, relaxations }] };
}
