import { formatDocumentNumber, parseDocumentNumber } from '../../domain/document-number.ts';
import { requestOf, type Request } from '../../rehearsal/request-of.ts';
import { readStoryFolder } from '../../rehearsal/story-folder.ts';
import type { Expectation, StoryCase } from '../../rehearsal/story-shape.ts';
import { beginStory } from '../../rehearsal/story-state.ts';
import { caseTimeline } from '../../rehearsal/timeline.ts';

/** One request of a story, ready to be sent. */
export interface Told extends Request {
  at: string;
  expect?: Expectation;
}

const weekMs = 7 * 86_400_000;

/** The requests of a demo case in their order, moved by whole weeks so that every weekday stays what it was. */
export function storyOf(caseId: string, weeks = 0): { one: StoryCase; requests: Told[] } {
  const found = readStoryFolder('demo').cases.find((candidate) => candidate.id === caseId);
  if (!found) throw new Error(`no case ${caseId} in demo`);
  const one = moved(found, weeks);
  const state = { ...beginStory(one), handlers: one.handlers };
  const requests = caseTimeline(one).items.map((item) => ({
    ...requestOf(item, state),
    at: item.at,
    ...(item.kind === 'step' && { expect: item.step.expect }),
  }));
  return { one, requests };
}

/** The requests up to the first of this action, that one included unless told. */
export function upTo(requests: Told[], action: string, { included = true } = {}): Told[] {
  const index = requests.findIndex((request) => request.action === action);
  if (index < 0) throw new Error(`no ${action} in this story`);
  return requests.slice(0, included ? index + 1 : index);
}

/** Every request of this action, in their order. */
export function requestsFor(requests: Told[], action: string): Told[] {
  return requests.filter((request) => request.action === action);
}

export function requestFor(requests: Told[], action: string): Told {
  return upTo(requests, action).at(-1)!;
}

/** The same with other serial numbers, for a second case of the same series. */
export function renumbered(requests: Told[], serials: { opinion?: number; decision?: number }): Told[] {
  return requests.map((request) => {
    if (request.action === 'issueDecision') return withSerial(request, 'documentNo', serials.decision);
    return request.action === 'approveOpinion' ? withSerial(request, 'opinionNo', serials.opinion) : request;
  });
}

function withSerial(request: Told, field: string, serial: number | undefined): Told {
  if (serial === undefined) return request;
  const number = parseDocumentNumber(String(request.body[field]))!;
  return { ...request, body: { ...request.body, [field]: formatDocumentNumber({ ...number, serial }) } };
}

/** How many weeks a moment must be moved to lie after `from`. */
export function weeksUntilAfter(moment: string, from: number): number {
  return Math.ceil((from - Date.parse(moment)) / weekMs);
}

const day = /^\d{4}-\d\d-\d\d$/;
const moment = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d\+08:00)$/;

/** A copy in which every day and moment lies so many weeks later. */
export function moved<Value>(value: Value, weeks: number): Value {
  if (typeof value === 'string') return movedText(value, weeks) as Value;
  if (Array.isArray(value)) return value.map((entry: unknown) => moved(entry, weeks)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, moved(entry, weeks)])) as Value;
}

function movedText(text: string, weeks: number): string {
  if (day.test(text)) return new Date(Date.parse(`${text}T00:00:00Z`) + weeks * weekMs).toISOString().slice(0, 10);
  const parts = moment.exec(text);
  return parts ? movedText(parts[1]!, weeks) + parts[2] : text;
}
