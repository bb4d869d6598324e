import { bigrams, wantedWords } from '../domain/search-form.ts';
import type { Millis } from '../domain/state.ts';
import { searchWeights, type SearchWords } from './case-search.ts';
import { Prisma } from './generated/client.ts';

export interface CaseFilters {
  party?: string;
  number?: string;
  statute?: string;
  text?: string;
  stage?: string;
  category?: string;
  section?: string;
  overdue?: boolean;
  holder?: string;
  /** Due after the first moment and up to the second; null for open ends. */
  due?: { after: Millis | null; upTo: Millis | null };
}

const searched = {
  party: Prisma.sql`s.party`,
  numbers: Prisma.sql`s.numbers`,
  statutes: Prisma.sql`s.statutes`,
  words: Prisma.sql`s.words`,
} satisfies Record<keyof SearchWords, Prisma.Sql>;

/** One condition for each filter given; `now` is the moment by which something is late. */
export function filterConditions(filters: CaseFilters, now: Millis): Prisma.Sql[] {
  const { party, number, statute, text, stage, category, section, overdue, holder, due } = filters;
  return [
    ...(stage === undefined ? [] : [Prisma.sql`f.stage = ${stage}`]),
    ...(category === undefined ? [] : [Prisma.sql`f.category = ${category}`]),
    ...(section === undefined ? [] : [Prisma.sql`f.section_id = ${section}`]),
    ...(holder === undefined ? [] : [Prisma.sql`f.holder @> ${[holder]}::text[]`]),
    ...(due?.after == null ? [] : [Prisma.sql`f.first_due_at > ${new Date(due.after)}`]),
    ...(due?.upTo == null ? [] : [Prisma.sql`f.first_due_at <= ${new Date(due.upTo)}`]),
    ...(overdue === undefined ? [] : [isLate(overdue, new Date(now))]),
    ...(party === undefined ? [] : [holdsWords('party', party)]),
    ...(number === undefined ? [] : [holdsWords('numbers', number)]),
    ...(statute === undefined ? [] : [holdsWords('statutes', statute)]),
    ...(text === undefined ? [] : [holdsWords('words', text)]),
  ];
}

function isLate(late: boolean, now: Date): Prisma.Sql {
  return late ? Prisma.sql`f.first_due_at < ${now}` : Prisma.sql`(f.first_due_at IS NULL OR f.first_due_at >= ${now})`;
}

/** The index finds the cases that have every bigram; of those stay the ones in which the words stand as they were typed. */
function holdsWords(field: keyof SearchWords, text: string): Prisma.Sql {
  const words = wantedWords(text);
  if (words.length === 0) return Prisma.sql`false`;
  const weight = field === 'words' ? '' : `:${searchWeights[field]}`;
  const grams = [...new Set(words.flatMap((word) => [...bigrams(word)]))];
  const wanted = grams.map((gram) => `'${gram}'${weight}`).join(' & ');
  const standing = words.map((word) => Prisma.sql`position(${word} in ${searched[field]}) > 0`);
  return Prisma.sql`(f.id IN (SELECT cases_with(${wanted}::tsquery))
    AND EXISTS (SELECT FROM case_search s WHERE s.case_id = f.id AND ${Prisma.join(standing, ' AND ')}))`;
}
