import { parseDocumentNumber, type DocumentNumber } from '../domain/document-number.ts';
import type { Act, IllegalEntry, StoryCase } from './story-shape.ts';
import { orderedSteps } from './timeline.ts';

/** What each series of decisions and opinions must stand at before a case is played: the number before its first. */
export function seriesBefore(one: StoryCase, entry?: IllegalEntry): DocumentNumber[] {
  const acts: Act[] = [...orderedSteps(one), ...(entry ? [...entry.given.thenDo, entry.attempt] : [])];
  const before = new Map<string, DocumentNumber>();
  for (const act of acts) {
    const number = numberOf(act);
    const key = number && `${number.series}〔${number.year}〕`;
    if (number && key && !before.has(key)) before.set(key, { ...number, serial: number.serial - 1 });
  }
  return [...before.values()];
}

/** The number of a series that an act takes: a decision's or an opinion's. */
export function numberOf({ action, input }: Act): DocumentNumber | null {
  const text =
    action === 'issueDecision' ? input['documentNo'] : action === 'approveOpinion' ? input['opinionNo'] : null;
  return typeof text === 'string' ? parseDocumentNumber(text) : null;
}
