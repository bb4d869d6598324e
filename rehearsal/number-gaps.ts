import { formatDocumentNumber } from '../domain/document-number.ts';
import { numberOf } from './number-series.ts';
import type { SetSeries } from './administration.ts';
import type { Act, StoryCase } from './story-shape.ts';

/** Keeps the series going where an act that would have taken a number is not played or was refused. */
export interface NumberGaps {
  /** Remembers the number of an act that is left out. */
  leaveOut(act: Act, agency: string): void;
  /** Before an act: its series goes on behind a number that was left out. All others are checked by the system alone. */
  close(act: Act, agency: string): Promise<void>;
}

/** @param notPlayed the cases that --case leaves out */
export function createNumberGaps(notPlayed: StoryCase[], setSeries: SetSeries): NumberGaps {
  const gaps = new Set<string>();
  const key = (agency: string, documentNo: string) => `${agency} ${documentNo}`;

  function leaveOut(act: Act, agency: string): void {
    const number = numberOf(act);
    if (number) gaps.add(key(agency, formatDocumentNumber(number)));
  }

  for (const one of notPlayed) for (const step of one.story) leaveOut(step, one.agency);
  return {
    leaveOut,
    async close(act, agency) {
      const number = numberOf(act);
      const before = number && { ...number, serial: number.serial - 1 };
      if (before && gaps.has(key(agency, formatDocumentNumber(before)))) await setSeries(agency, before);
    },
  };
}
