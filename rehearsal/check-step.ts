import { isDeepStrictEqual } from 'node:util';
import type { CaseView } from './send-act.ts';
import type { Expectation } from './story-shape.ts';
import type { Aspect, Check } from './tally.ts';

const compared = ['stage', 'round', 'content', 'pass', 'holder', 'due', 'overallDue', 'obligations', 'obligationsDue'];

/** What a step must leave behind, each key one check; a key that the player does not know is skipped by its name. */
export function checkStep(expect: Expectation, view: CaseView): Check[] {
  const checks: Check[] = [
    same('stages', 'stage', expect.stage, view.stage),
    same('stages', 'round', expect.round, view.round),
    same('stages', 'content', expect.content, view.content),
    same('stages', 'pass', expect.pass, view.pass ?? null),
    same('stages', 'holder', asSet(expect.holder), asSet(view.holder)),
    same('dates', 'due', expect.due ?? null, view.due ?? null),
  ];
  if (expect.obligations) {
    checks.push(same('stages', 'obligations', present(expect.obligations), present(view.obligations)));
  }
  if (expect.overallDue) checks.push(same('dates', 'overallDue', expect.overallDue, view.overallDue ?? null));
  if (expect.obligationsDue) {
    const came = Object.fromEntries(
      Object.keys(expect.obligationsDue).map((name) => [name, view.obligationsDue?.[name] ?? null]),
    );
    checks.push(same('dates', 'obligationsDue', expect.obligationsDue, came));
  }
  const others = Object.entries(expect).filter(([key]) => !compared.includes(key));
  return [...checks, ...others.map(([key, value]) => other(key, value, view))];
}

/** One comparison; what differs is said in full. */
export function same(aspect: Aspect, name: string, expected: unknown, came: unknown): Check {
  const wrong = isDeepStrictEqual(expected, came) ? null : `expected ${show(expected)}, came ${show(came)}`;
  return { aspect, name, wrong };
}

function other(name: string, expected: unknown, view: CaseView): Check {
  const aspect = name.endsWith('Due') ? 'dates' : 'stages';
  const came = view[name] ?? view.obligationsDue?.[name.replace(/Due$/, '')];
  if (came !== undefined) return same(aspect, name, expected, came);
  return { aspect, name, wrong: null, skipped: `${name}: not in the answer of the system yet` };
}

function asSet(persons: string[] | null | undefined): string[] {
  return [...new Set(persons ?? [])].toSorted();
}

/** An obligation that does not exist is the same as one that is not named. */
function present(obligations: Record<string, string> | null | undefined): Record<string, string> {
  const named = Object.entries(obligations ?? {}).filter(([, status]) => status !== 'none');
  return Object.fromEntries(named.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
