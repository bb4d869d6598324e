import { z } from 'zod';
import { categories, measures, type Category, type Measure } from '../../domain/process.ts';
import { senselessInProposal, senselessProposalWords } from '../../domain/proposal-sense.ts';
import { lineText, longText } from '../plain-text.ts';

export const personId = z.string().regex(/^[\w-]{1,64}$/);
export const namedTwice = { zh: '同一人写了两次；请只写一次', en: 'somebody is named twice; name them once' };
/** Officers: the same one twice is no second one, which decide() says (`certificate.fewerThanTwo`). */
export const officers = z.array(personId).max(50);
export const persons = officers
  .refine((named) => new Set(named).size === named.length, { params: namedTwice })
  .meta({ uniqueItems: true });
export const category = z.enum(Object.keys(categories) as [Category, ...Category[]]);
export const measure = z.enum(Object.keys(measures) as [Measure, ...Measure[]]);
export const code = z.string().regex(/^[A-Za-z][\w-]{0,63}$/);

/** 64 hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** How a piece of evidence is numbered in its case: E1, 证-3. */
const evidenceForm = /^[\p{L}\p{N}_.-]{1,40}$/u;
// The description would take the flag for part of the pattern.
export const evidenceId = z.string().regex(evidenceForm).meta({ pattern: evidenceForm.source });

/** A particular of a filing that agencies keep beside those with a name here. */
export const particular = z.union([
  longText(2_000),
  z.number(),
  z.boolean(),
  z.array(lineText(500)).max(100),
  z.null(),
]);

const fieldName = lineText(60);
const unfitName = {
  zh: '字段名过长或者含有控制字符；请改正',
  en: 'field name too long, or with control characters; correct it',
};

/** What agencies keep beside the named fields must have names that are plain text, too. */
export function plainNames(given: object, context: z.RefinementCtx): void {
  const unfit = Object.keys(given).some((name) => !fieldName.safeParse(name).success);
  if (unfit) context.addIssue({ code: 'custom', params: unfitName });
}

/** What may be a code: taken into the process when it looks like one, left out (and so refused there) when it does not. */
export const maybeCode = lineText(200);
export function asCode(text: string | undefined): string | undefined {
  return code.safeParse(text).data;
}

export const day = z.iso.date();
const endsFirst = {
  zh: '有效期的截止日早于起始日；请核对',
  en: 'ends before it begins; correct one of the two days',
};

/** Refuses a period of validity that ends before it begins, at its end. */
export function endsAfterItBegins(
  { validFrom, validTo }: { validFrom?: string | null; validTo?: string | null },
  context: z.RefinementCtx,
  within: string[] = [],
): void {
  if (validFrom && validTo && validTo < validFrom)
    context.addIssue({ code: 'custom', path: [...within, 'validTo'], params: { ...endsFirst } });
}

export const moment = z.iso.datetime({ offset: true });
/** The moments of a body that tell when something happened, as the process sees them; undefined where none is given. */
export function happened(moments: Record<string, string | undefined>): Record<string, number> | undefined {
  const given = Object.entries(moments).flatMap(([field, at]) => (at ? [[field, Date.parse(at)] as const] : []));
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}
export const versionNumber = z.int().min(1).max(100_000);
export const line = lineText;
export const text = longText;

const empty = { zh: '不能为空；请填写', en: 'must not be empty' };
function filled(schema: z.ZodType<string, string>) {
  return schema.refine((value) => value.trim() !== '', { params: empty }).meta({ pattern: '\\S' });
}

/** One line that holds something. */
export function filledLine(maximum = 200) {
  return filled(lineText(maximum));
}

/** A text, of several lines if need be, that holds something. */
export function filledText(maximum = 50_000) {
  return filled(longText(maximum));
}

export const lines = z.array(lineText(200)).max(200);
export const texts = z.array(longText(5_000)).max(100);

/** An amount in yuan with at most two decimals. */
export const yuan = z.number().nonnegative().max(1e12).multipleOf(0.01);

/** Integer fen of an amount in yuan. */
export function fen(amountYuan: number | null | undefined): number {
  return Math.round((amountYuan ?? 0) * 100);
}

const proposalFields = z.strictObject({
  measures: z.array(measure).max(20).meta({ uniqueItems: true }),
  amountYuan: yuan.optional(),
  confiscatedYuan: yuan.optional(),
  text: longText().optional(),
});
export const proposal = proposalFields.superRefine(sensibleProposal);

/** Refuses measures and amounts that contradict each other, at the field that does. */
export function sensibleProposal(given: ProposedYuan, context: z.RefinementCtx): void {
  for (const field of senselessInProposal(proposalInFen(given)))
    context.addIssue({ code: 'custom', path: [field], params: senselessProposalWords[field] });
}

interface ProposedYuan {
  measures: Measure[];
  amountYuan?: number | null;
  confiscatedYuan?: number | null;
}

/** Measures and amounts in fen, without the words. */
export function proposalInFen(value: ProposedYuan) {
  return { measures: value.measures, amountFen: fen(value.amountYuan), confiscatedFen: fen(value.confiscatedYuan) };
}

export const statutoryBasis = z
  .array(z.strictObject({ statute: filledLine(), article: filledLine(), note: longText(2_000).nullish() }))
  .max(50);
const reversed = { zh: '幅度的下限大于上限；请对调', en: 'the range ends below where it begins; exchange the two' };
function risesInOrder([from, to]: (number | null)[]): boolean {
  return from == null || to == null || from <= to;
}
export const discretion = z
  .strictObject({
    standard: lineText(500).nullish(),
    tier: lineText().nullish(),
    condition: longText(2_000).nullish(),
    rangeYuan: z.array(yuan.nullable()).max(2).refine(risesInOrder, { params: reversed }).nullish(),
    reasons: longText(5_000).nullish(),
  })
  .nullish();
