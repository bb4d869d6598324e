import { closingLines, count, type Check, type Tally } from './tally.ts';
import type { IllegalEntry } from './story-shape.ts';
import type { StuckProbe } from './stuck-probes.ts';
import type { Item } from './timeline.ts';

/** Counts checks and says what happened, a line a step. */
export interface Report {
  item(item: Item | StuckProbe, checks: Check[]): void;
  end(caseId: string, checks: Check[]): void;
  entry(entry: IllegalEntry, checks: Check[]): void;
  close(): void;
}

export function createReport(tally: Tally, print: (line: string) => void): Report {
  function told(head: string, name: string, checks: Check[], quiet: boolean): void {
    const failed = checks.filter((check) => count(tally, check));
    const made = checks.filter((check) => check.skipped === undefined).length;
    if (!quiet || failed.length > 0) print(`${head}  ${summary(made, failed.length)}`);
    for (const check of failed) print(failureLine(name, check));
  }
  return {
    item: (item, checks) => told(itemLine(item), itemName(item), checks, item.kind !== 'step'),
    end: (caseId, checks) => told(`${caseId}  end of the story`, `${caseId} end`, checks, false),
    entry: (entry, checks) => told(entryLine(entry), entry.id, checks, false),
    close: () => closingLines(tally).forEach(print),
  };
}

/** 'C02 step 17 issueDecision', 'C02 evidence E3': how failures name an item. */
export function itemName(item: Item | StuckProbe): string {
  switch (item.kind) {
    case 'step':
      return `${item.caseId} step ${item.step.step} ${item.step.action}`;
    case 'evidence':
      return `${item.caseId} evidence ${item.evidence.id}`;
    default:
      return `${item.caseId} ${item.kind}`;
  }
}

/** The line of an item, without its result. */
export function itemLine(item: Item | StuckProbe): string {
  const actor = item.kind === 'step' ? `  ${item.step.actor}` : '';
  return `${itemName(item).padEnd(32)}  ${item.at.slice(0, 16).replace('T', ' ')}${actor}`;
}

/** The line of an attempt that must be refused, without its result. */
export function entryLine({ id, attempt, refusedBecause }: IllegalEntry): string {
  return `${`${id} ${attempt.action}`.padEnd(32)}  ${attempt.at.slice(0, 16).replace('T', ' ')}  ${refusedBecause}`;
}

/** One failure: where, what was expected and what came. */
export function failureLine(name: string, check: Check): string {
  return `    FAILED  ${name}: ${check.name}: ${check.wrong}`;
}

function summary(made: number, failed: number): string {
  if (made === 0) return 'skipped';
  return failed === 0 ? `ok (${made})` : `${failed} of ${made} failed`;
}
