import type { Opinion } from '../../api/schemas/rounds.ts';
import { reviewItems, type ReviewItem } from '../../domain/process.ts';
import type { Answered } from '../../domain/review-answers.ts';
import type { Verdict } from '../../domain/state.ts';
import type { Sent } from '../act.ts';

export type Result = Answered['result'];
/** The three answers in the order of their keys 1, 2, 3. */
export const results: Result[] = ['conforms', 'doesNotConform', 'notApplicable'];
export const itemKeys = Object.keys(reviewItems) as ReviewItem[];
/** 1 to 11: as opinions number them. */
export const numberOf = (key: ReviewItem) => itemKeys.indexOf(key) + 1;

export interface TypedItem {
  result: Result | null;
  basis: string;
  note: string;
  evidence: string[];
}

/** An opinion as far as it is written. */
export interface TypedOpinion {
  items: Partial<Record<ReviewItem, TypedItem>>;
  verdict: Verdict | null;
  opinion: string;
  sent: Sent | null;
}

export const blankItem: TypedItem = { result: null, basis: '', note: '', evidence: [] };
export const blankOpinion: TypedOpinion = { items: {}, verdict: null, opinion: '', sent: null };

/** An opinion that was given, to be gone on with. */
export function typedFrom({ items, verdict, opinion }: Opinion): TypedOpinion {
  const typed = items.map(
    ({ key, result, basis, note, evidence }) => [key, { result, basis, note, evidence }] as const,
  );
  return { items: Object.fromEntries(typed), verdict, opinion, sent: null };
}

/** One answer of an opinion, taken over. */
export function itemOf({ result, basis, note, evidence }: Opinion['items'][number]): TypedItem {
  return { result, basis, note, evidence };
}

export function withItem(typed: TypedOpinion, key: ReviewItem, changed: Partial<TypedItem>): TypedOpinion {
  return { ...typed, items: { ...typed.items, [key]: { ...(typed.items[key] ?? blankItem), ...changed } } };
}

/** Points the item to this evidence, or no longer. */
export function pointedTo(typed: TypedOpinion, key: ReviewItem, id: string): TypedOpinion {
  const { evidence } = typed.items[key] ?? blankItem;
  const others = evidence.filter((one) => one !== id);
  return withItem(typed, key, { evidence: others.length < evidence.length ? others : [...evidence, id] });
}

/** What the rules of the domain look at. */
export function answersIn({ items }: TypedOpinion): Answered[] {
  return answered(items).map(([key, { result, basis }]) => ({ key, result, basisGiven: basis.trim() !== '' }));
}

/** The body of giveOpinion: what is answered; the rest the case refuses by name. */
export function bodyOf({ items, verdict, opinion }: TypedOpinion, reviewedHash: string | null) {
  return {
    ...(reviewedHash && { reviewedHash }),
    ...(verdict && { verdict }),
    items: answered(items).map(([key, { result, basis, note, evidence }]) => ({
      item: numberOf(key),
      key,
      result,
      ...(basis.trim() && { basis: basis.trim() }),
      ...(note.trim() && { note: note.trim() }),
      evidence,
    })),
    opinion: opinion.trim(),
  };
}

function answered(items: TypedOpinion['items']) {
  return itemKeys.flatMap((key) => {
    const { result, ...said } = items[key] ?? blankItem;
    return result ? [[key, { result, ...said }] as const] : [];
  });
}
