import type {
  PublishableDecision,
  PublishableExemption,
  PublishablePenalty,
  PublishablePermit,
} from './publication-fields.ts';
import { exemptionFields, otherFields, penaltyFields, permitFields } from './publication-fields.ts';
import type { ForbiddenKind, Redaction } from './redaction.ts';
import { forbiddenIn, redact, shownName } from './redaction.ts';

/** A published form: field code to what goes out. */
export type Published<F> = { [Code in keyof F]: string | number | null };

/** A penalty in the fields of 双公示: amounts in 10,000 yuan (万元) as numbers, days as YYYY/MM/DD, no identity document. */
export function publishedPenalty(decision: PublishablePenalty): Published<typeof penaltyFields> {
  return filled(penaltyFields, decision);
}

/** A permit in the fields of 双公示, refusals and revocations included; days as YYYY/MM/DD, 2099/12/31 is long-term. */
export function publishedPermit(decision: PublishablePermit): Published<typeof permitFields> {
  return filled(permitFields, decision);
}

/** A decision of another category (国办发〔2018〕118号, within 20 working days); its day as YYYY-MM-DD. */
export function publishedOther(decision: PublishableDecision & { title: string }): Published<typeof otherFields> {
  return filled(otherFields, decision);
}

/** What stays public of a decision exempt from publication: party, number, agency and the lawful ground (行政许可法 5). */
export function publishedExemption(decision: PublishableExemption): Published<typeof exemptionFields> {
  return filled(exemptionFields, decision);
}

/** Identity documents of the legal representative and the party (证件类型, 号码): exchanged between agencies, never shown. */
export const forbiddenFields = [
  ...(['CF_FR_ZJLX', 'CF_FR_ZJHM', 'CF_XDR_ZJLX', 'CF_XDR_ZJHM'] as const),
  ...(['XK_FR_ZJLX', 'XK_FR_ZJHM', 'XK_XDR_ZJLX', 'XK_XDR_ZJHM'] as const),
];

/** Whether a field may go out: only those of the published forms may, so that no other name for a forbidden one passes. */
export function isPublishableField(field: string): boolean {
  return [penaltyFields, permitFields, otherFields, exemptionFields].some((form) => Object.hasOwn(form, field));
}

/** Forbidden numbers that a published form still holds, field by field; empty when it may go out. */
export function forbiddenInPublication(
  published: Readonly<Record<string, string | number | null>>,
): { field: string; kind: ForbiddenKind; text: string }[] {
  return Object.entries(published).flatMap(([field, value]) =>
    typeof value === 'string' ? forbiddenIn(value).map((found) => ({ field, ...found })) : [],
  );
}

/** What of a publication everybody reads. */
export interface Shown {
  title: string;
  partyName: string;
  facts: string;
  fields: Readonly<Record<string, string | number | null>>;
}

const names = ['CF_XDR_MC', 'XK_XDR_MC', 'party', 'CF_FRDB', 'XK_FRDB'];
const numbers = ['CF_WSH', 'XK_WSH', 'documentNo'];

/**
 * What is up with further texts hidden: in titles and texts wherever they stand, in a name's own field where they are the whole of it.
 * `absent`: the texts that stand nowhere in it. 行政处罚法 50; 政府信息公开条例 15.
 */
export function hiddenIn(shown: Shown, redactions: readonly Redaction[]): { shown: Shown; absent: string[] } {
  const value = (field: string, held: string | number | null) => {
    if (typeof held !== 'string' || numbers.includes(field)) return held;
    return names.includes(field) ? shownName(held, redactions) : redact(held, redactions);
  };
  const left = {
    title: redact(shown.title, redactions),
    partyName: shownName(shown.partyName, redactions),
    facts: redact(shown.facts, redactions),
    fields: Object.fromEntries(Object.entries(shown.fields).map(([field, held]) => [field, value(field, held)])),
  };
  const { title, facts, partyName, fields } = shown;
  const texts = [
    title,
    facts,
    ...Object.entries(fields).map(([field, held]) => (names.includes(field) ? '' : String(held))),
  ];
  const whole = [partyName, ...names.map((field) => fields[field])];
  const absent = redactions.flatMap(({ text }) =>
    whole.includes(text) || texts.some((held) => held.includes(text)) ? [] : [text],
  );
  return { shown: left, absent };
}

function filled<D, F extends Record<string, { of: (decision: D) => string | number | null }>>(
  form: F,
  decision: D,
): Published<F> {
  return Object.fromEntries(Object.entries(form).map(([code, { of }]) => [code, of(decision)])) as Published<F>;
}
