import { formatDocumentNumber } from '../domain/document-number.ts';
import { numberOf } from '../rehearsal/number-series.ts';
import type { Item } from '../rehearsal/timeline.ts';
import type { Script } from './scripts.ts';

/** An act's turn to take the next number of its series. */
export interface Turn {
  /** Resolves, when everybody before has had their turn, with the number that is next. */
  next: Promise<string>;
  /** Ends the turn: the number was taken, or it stays for the next one. */
  end: (taken: boolean) => void;
}

const fields: Record<string, string> = { issueDecision: 'documentNo', approveOpinion: 'opinionNo' };

/** Numbers each series in the order of the moments at which its numbers are taken, whoever is played first. */
export function numberTurns(scripts: Script[]): Map<Item, Turn> {
  const turns = new Map<Item, Turn>();
  const lastSerials = new Map<string, Promise<number>>();
  const items = scripts.flatMap(({ items: own }) => own).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const item of items) {
    const number = item.kind === 'step' ? numberOf(item.step) : null;
    if (!number) continue;
    const year = Number(item.at.slice(0, 4));
    const key = `${number.series}〔${year}〕`;
    const before = lastSerials.get(key) ?? Promise.resolve(0);
    let end: Turn['end'] = () => {};
    const ended = new Promise<boolean>((resolve) => (end = resolve));
    const serial = before.then(async (last) => ((await ended) ? last + 1 : last));
    lastSerials.set(key, serial);
    const next = before.then((last) => formatDocumentNumber({ series: number.series, year, serial: last + 1 }));
    turns.set(item, { next, end });
  }
  return turns;
}

/** The same body with the number that this act takes. */
export function withNumber(action: string, body: Record<string, unknown>, number: string | undefined) {
  const field = fields[action];
  return number && field ? { ...body, [field]: number } : body;
}
