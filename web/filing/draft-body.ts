import type { CaseAnswer } from '../../api/schemas/case.ts';
import { basisIn } from './filing-body.ts';
import { chosenIn, givenIn, withRows, type Typed } from './typed.ts';
import { fenOf } from './yuan.ts';

const discretionFields = ['standard', 'tier', 'condition', 'reasons'] as const;
type Basis = { statute: string; article: string; note?: string | null };
type Discretion = Partial<Record<(typeof discretionFields)[number], string | null>> & { rangeYuan?: (number | null)[] | null }; // prettier-ignore

interface DraftWords {
  measures?: string[];
  amountYuan?: number | null;
  confiscatedYuan?: number | null;
  text?: string;
  facts?: string;
  statutoryBasis?: Basis[];
  discretion?: Discretion | null;
}

/** The body of saveDraft as version `version`; what is wrong is left to the API to name. */
export function draftBody(typed: Typed, version: number): Record<string, unknown> {
  const given = (name: string) => givenIn(typed, name);
  const measures = chosenIn(typed, 'measures');
  const range = ['rangeFrom', 'rangeTo'].map((name) => fenOf(typed[`discretion.${name}`] ?? ''));
  const discretion = {
    ...Object.fromEntries(discretionFields.flatMap((name) => (given(`discretion.${name}`) ? [[name, given(`discretion.${name}`)]] : []))), // prettier-ignore
    ...(range.some((fen) => fen != null) && { rangeYuan: range.map((fen) => (fen == null ? null : fen / 100)) }),
  };
  return {
    version,
    draft: {
      measures,
      // A fine without its measure is no part of the proposal.
      amountYuan: measures.some((one) => priced.includes(one)) ? yuanIn(typed, 'amountYuan') : 0,
      confiscatedYuan: measures.includes('confiscation') ? yuanIn(typed, 'confiscatedYuan') : 0,
      text: typed['text']?.trim() ?? '',
      facts: typed['facts']?.trim() ?? '',
      statutoryBasis: basisIn(typed),
      ...(Object.keys(discretion).length > 0 && { discretion }),
      ...(given('changes') && { changes: given('changes') }),
    },
    ...(given('newFacts') && { newFacts: given('newFacts') }),
  };
}

/** Measures that name a sum beside what is confiscated. */
export const priced: string[] = ['fine', 'compensationDecision', 'idleLandFee'];

function yuanIn(typed: Typed, name: string): number {
  return (fenOf(typed[name] ?? '') ?? 0) / 100;
}

/** What a draft begins with: the newest version, or before the first one what was filed. */
export function typedDraft(one: Pick<CaseAnswer, 'contentVersions' | 'filed'>): Typed {
  const newest = one.contentVersions.at(-1);
  const words = (newest?.words['draft'] ?? one.filed) as DraftWords;
  const { statutoryBasis = [], discretion, measures = [] } = words;
  const [from, to] = discretion?.rangeYuan ?? [];
  const basis = statutoryBasis.map(({ statute, article, note }) => ({ statute, article, note: note ?? '' }));
  const typed = {
    facts: words.facts ?? '',
    text: newest ? (words.text ?? '') : '',
    measures: measures.join('\n'),
    amountYuan: words.amountYuan ? String(words.amountYuan) : '',
    confiscatedYuan: words.confiscatedYuan ? String(words.confiscatedYuan) : '',
    ...Object.fromEntries(discretionFields.map((name) => [`discretion.${name}`, discretion?.[name] ?? ''])),
    'discretion.rangeFrom': from == null ? '' : String(from),
    'discretion.rangeTo': to == null ? '' : String(to),
  };
  return withRows(typed, 'statutoryBasis', basis);
}

/** Whether what is typed says something else than the newest version: then there is something to save. */
export function differs(typed: Typed, one: Pick<CaseAnswer, 'contentVersions' | 'filed'>): boolean {
  if (one.contentVersions.length === 0) return true;
  const said = (words: Typed) => JSON.stringify(draftBody({ ...words, changes: '', newFacts: '' }, 0));
  return said(typed) !== said(typedDraft(one));
}
