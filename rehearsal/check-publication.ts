import { same } from './check-step.ts';
import { saysText } from './public-text.ts';
import type { Answer } from './client.ts';
import type { StoryCase } from './story-shape.ts';
import type { Check } from './tally.ts';

/** What anyone gets of one decision: the JSON and the page. */
export interface PublicAnswers {
  json: Answer;
  html: Answer;
}

interface PublishedItem {
  documentNo?: string;
  fields?: Record<string, unknown>;
  facts?: unknown;
}

/** All that must be public of a decision, field by field, and all that must not. */
export function checkPublished(one: StoryCase, documentNo: string, answers: PublicAnswers): Check[] {
  const item = itemOf(answers.json, documentNo);
  const { neverShown, ...expected } = one.publishedFields ?? {};
  const fields = item?.fields ?? {};
  const checks = [
    found('the decision in the public list', item !== undefined, answers.json),
    found('the number on the public page', saysText(answers.html.body, documentNo), answers.html),
    ...Object.entries(expected).map(([name, value]) =>
      same('publication', name, value === '@publicFacts' ? one.publicFacts : value, fields[name] ?? null),
    ),
  ];
  if (one.publicFacts) checks.push(same('publication', 'facts', one.publicFacts, item?.facts ?? null));
  if (one.publishedFields) checks.push(same('publication', 'no further fields', [], further(fields, expected)));
  for (const name of Array.isArray(neverShown) ? (neverShown as string[]) : []) {
    checks.push(same('publication', `never shown: ${name}`, false, hasKey(answers.json.body, name)));
  }
  return [...checks, ...checkNothingForbidden(one, answers)];
}

/** Nothing of what must not appear is in the JSON or on the page. */
export function checkNothingForbidden(one: StoryCase, { json, html }: PublicAnswers): Check[] {
  return one.mustNotAppearInPublic.flatMap((text) => [
    absent('public JSON', text, json),
    absent('public page', text, html),
  ]);
}

function absent(where: string, text: string, answer: Answer): Check {
  const name = `${where} without ${text}`;
  if (answer.status >= 500) return { aspect: 'publication', name, wrong: `the answer was ${answer.status}` };
  return { aspect: 'publication', name, wrong: saysText(answer.body, text) ? 'it appears there' : null };
}

function found(name: string, there: boolean, { status }: Answer): Check {
  return { aspect: 'publication', name, wrong: there ? null : `expected it, came an answer ${status} without it` };
}

function itemOf({ body }: Answer, documentNo: string): PublishedItem | undefined {
  const { items } = (typeof body === 'object' && body !== null ? body : {}) as { items?: PublishedItem[] };
  return items?.find((item) => item.documentNo === documentNo);
}

function further(fields: Record<string, unknown>, expected: Record<string, unknown>): string[] {
  return Object.keys(fields).filter((name) => !(name in expected) && fields[name] !== null);
}

function hasKey(value: unknown, name: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => key === name || hasKey(inner, name));
}
