import type { CaseEvent } from '../domain/command.ts';
import { bigrams, searchForm } from '../domain/search-form.ts';
import type { FilingWords } from './case-file.ts';
import type { StoredEvent } from './events.ts';

interface Basis {
  statute: string;
  article: string;
  note?: string | null;
}

export interface SearchWords {
  party: string;
  numbers: string;
  statutes: string;
  words: string;
}

/** The fields that can be searched alone, by the weight that marks their bigrams; D is all the rest. */
export const searchWeights = { party: 'A', numbers: 'B', statutes: 'C', words: 'D' } as const;

/** A tsvector holds a megabyte: bigrams beyond these, of some hundred pages, are not found. */
const mostBigrams = 40_000;
const bringWords: CaseEvent['type'][] = ['register', 'saveDraft', 'recordNotice', 'approveOpinion', 'issueDecision'];

/** Whether an event brings words by which its case is found. */
export function bringsSearchWords(type: CaseEvent['type']): boolean {
  return bringWords.includes(type);
}

/** What is written of a case's words, under the names of its columns; `grams` in the form of a tsvector. */
export function searchRow(filed: FilingWords, events: StoredEvent[]): SearchWords & { grams: string } {
  const found = searchWords(filed, events);
  return { ...found, grams: vectorOf(found) };
}

/** The same words in search form, one line a text so that nothing is found across two of them. */
export function searchWords(filed: FilingWords, events: StoredEvent[]): SearchWords {
  const drafted = events.findLast(({ event }) => event.type === 'saveDraft')?.words['draft'] as
    { text?: string; facts?: string; statutoryBasis?: Basis[] } | undefined;
  const basis = drafted?.statutoryBasis ?? (filed['statutoryBasis'] as Basis[] | undefined) ?? [];
  const party = lines([filed.party.name]);
  const numbers = lines(events.flatMap(({ event }) => [event.input.documentNo, event.input.opinionNo]));
  const statutes = lines(basis.map(({ statute, article, note }) => `${statute} ${article} ${note ?? ''}`));
  const others = lines([filed.title, filed['cause'], filed['facts'], drafted?.text, drafted?.facts]);
  return { party, numbers, statutes, words: [party, numbers, statutes, others].join('\n') };
}

function lines(texts: unknown[]): string {
  const forms = texts.flatMap((text) => (typeof text === 'string' ? [searchForm(text)] : []));
  return [...new Set(forms)].join('\n');
}

function vectorOf(found: SearchWords): string {
  const marked = (Object.keys(searchWeights) as (keyof SearchWords)[]).flatMap((field, n) =>
    [...bigrams(found[field].replaceAll('\n', ' '))].map((gram) => `'${gram}':${n + 1}${searchWeights[field]}`),
  );
  return marked.slice(0, mostBigrams).join(' ');
}
