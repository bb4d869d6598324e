import { invariants, type Breach, type Findings, type Invariant } from './invariant.ts';

/** What was found of one invariant; `checked` is false where it could not be looked at. */
export interface Result extends Invariant {
  checked: boolean;
  looked: number;
  broken: number;
  /** The first of them. */
  first: Breach[];
}

export interface Report {
  holds: boolean;
  results: Result[];
}

const shown = 5;

/** Counts what is found, and keeps the first breaches of each invariant. */
export function collect(unchecked: Invariant[]): Findings & { report(): Report } {
  const results = new Map<string, Result>(
    Object.values(invariants).map((invariant) => {
      const checked = !unchecked.some(({ name }) => name === invariant.name);
      return [invariant.name, { ...invariant, checked, looked: 0, broken: 0, first: [] }];
    }),
  );
  const resultOf = ({ name }: Invariant) => results.get(name)!;
  return {
    looked: (invariant, count = 1) => void (resultOf(invariant).looked += count),
    breach(invariant, where, what) {
      const result = resultOf(invariant);
      result.broken += 1;
      if (result.first.length < shown) result.first.push({ where, what });
    },
    report: () => ({
      holds: [...results.values()].every(({ broken }) => broken === 0),
      results: [...results.values()],
    }),
  };
}

/** The report for people: a line for each invariant, its first breaches below it. */
export function tableOf({ results }: Report): string {
  const lines = results.flatMap(({ n, name, zh, checked, looked, broken, first }) => {
    const verdict = !checked ? '未核对 not checked' : broken === 0 ? '符合 holds' : `不符 broken ${broken}`;
    const line = `${String(n).padStart(2)}  ${name.padEnd(30)} ${String(looked).padStart(9)}  ${verdict}  ${zh}`;
    return [line, ...first.map(({ where, what }) => `      ${where}: ${what}`)];
  });
  return lines.join('\n');
}
