import type { ReviewItem } from '../../domain/process.ts';

export interface Article {
  statute: string;
  article: string;
}

const between = /[；;\n]/;

/** The articles on which each item usually turns in a penalty case; proposed while one types, never filled in. */
const usual: Partial<Record<ReviewItem, string[]>> = {
  subjectCompetent: ['第十七条', '第二十二条', '第二十三条'],
  officersQualified: ['第四十二条'],
  factsClear: ['第四十条', '第五十四条'],
  evidenceSufficient: ['第四十六条'],
  discretionProper: ['第五条', '第三十二条', '第三十三条', '第三十四条'],
  procedureLawful: ['第四十四条', '第四十五条', '第五十五条', '第六十二条', '第六十三条', '第六十四条'],
  noExcessOrAbuse: ['第十七条'],
  documentsInForm: ['第五十九条'],
  crimeTransfer: ['第二十七条'],
};

/** What may be completed for an item, the nearest first: what is usual for it, what the draft cites, what the agency has. */
export function basisOptions(item: ReviewItem, category: string, drafted: Article[], agency: Article[]): string[] {
  const ofPenalty = category === 'penalty' ? (usual[item] ?? []) : [];
  const inWords = ({ statute, article }: Article) => `${statute}${article}`;
  return [...new Set([...ofPenalty.map((article) => `行政处罚法${article}`), ...[...drafted, ...agency].map(inWords)])];
}

/** The options that hold what is being typed after the last semicolon; what is cited already is left out. */
export function matching(options: string[], typed: string): string[] {
  const parts = typed.split(between).map((part) => part.trim());
  const last = parts.at(-1) ?? '';
  return options.filter((option) => option.includes(last) && !parts.includes(option)).slice(0, 50);
}

/** What is typed with the option in place of its last part. */
export function completed(typed: string, option: string): string {
  const earlier = typed.split(between).slice(0, -1).map((part) => part.trim()); // prettier-ignore
  return [...earlier.filter((part) => part !== ''), option].join('；');
}
