import type { CaseEvent } from '../domain/command.ts';
import { parseDocumentNumber } from '../domain/document-number.ts';
import { bringsSearchWords, searchRow } from '../prisma/case-search.ts';
import { contentVersionRow } from '../prisma/content.ts';
import { decisionRow } from '../prisma/decision.ts';
import { orderChange } from '../prisma/case-order.ts';
import type { Entailed, EventWriting } from '../prisma/event-writing.ts';
import type { RecordingWords } from '../prisma/recording-words.ts';
import { noticeRows } from '../prisma/notice-rows.ts';
import { reviewRow } from '../prisma/review.ts';

/** Events that give a document its number; write_event() takes it if it is the next of its series. */
export function numberGiven({ type, input }: Pick<CaseEvent, 'type' | 'input'>): string | undefined {
  if (type === 'approveOpinion') return input.opinionNo ?? '';
  return type === 'issueDecision' ? (input.documentNo ?? '') : undefined;
}

/**
 * The rows that an event entails beyond itself; `words` where it brings some.
 * @throws TypeError for an event without its matter
 */
export function entailed(
  { agency, before, after, event }: Omit<EventWriting, 'entailed'>,
  words: RecordingWords | null,
): Entailed {
  const notices = noticeRows(before, after, event);
  const order = orderChange(before, after, event, words?.said ?? {});
  const number = parseDocumentNumber(numberGiven(event) ?? '');
  return {
    ...(notices.length > 0 && { notices }),
    ...(number && { number }),
    ...(order && { order }),
    ...(event.type === 'saveDraft' && { contentVersion: contentVersionRow(agency, event) }),
    ...(event.type === 'approveOpinion' && { review: reviewRow(agency, before, event) }),
    ...(event.type === 'issueDecision' && decisionRow(agency, before, after, event)),
    ...(words &&
      bringsSearchWords(event.type) && {
        search: searchRow(words.filed, [...words.events, { event, words: words.said }]),
      }),
  };
}
