import { shanghai } from '../domain/calendar.ts';
import type { ReviewItemAnswer } from '../domain/command.ts';
import { reviewItems } from '../domain/process.ts';
import type { StoredEvent } from '../prisma/events.ts';
import { compareLists, compareTexts } from './compare.ts';
import type { ItemChange, Opinion } from './schemas/rounds.ts';

type Item = Opinion['items'][number];

const resultLabels: Record<ReviewItemAnswer['result'], string> = {
  conforms: '符合',
  doesNotConform: '不符合',
  notApplicable: '不涉及',
};
export const verdictLabels: Record<NonNullable<Opinion['verdict']>, string> = {
  agree: '同意',
  correct: '建议纠正',
  supplement: '建议补充调查',
  disagree: '不同意',
  transfer: '建议移送',
};

/** An opinion as it was given: the verdict and the ten items with basis, note and the evidence each points to. */
export function opinionView({ event, words }: StoredEvent, names: Record<string, string>): Opinion {
  const verdict = event.input.verdict ?? null;
  const written = Array.isArray(words['items'])
    ? (words['items'] as { key?: string; basis?: string; note?: string }[])
    : [];
  return {
    verdict,
    verdictLabel: verdict ? verdictLabels[verdict] : '',
    by: { id: event.actor, name: names[event.actor] ?? '' },
    at: shanghai(event.at),
    opinion: typeof words['opinion'] === 'string' ? words['opinion'] : '',
    items: (event.input.items ?? []).map(({ item, key, result, evidence }) => {
      const said = written.find((one) => one.key === key);
      return {
        item,
        key,
        label: reviewItems[key],
        result,
        resultLabel: resultLabels[result],
        basis: said?.basis ?? '',
        note: said?.note ?? '',
        evidence,
      };
    }),
  };
}

/** The items that were answered otherwise: another result, other words, other evidence. */
export function compareItems(before: Item[], after: Item[]): ItemChange[] {
  const keys = [...new Set([...after, ...before].map(({ key }) => key))];
  return keys.flatMap((key) => {
    const was = before.find((item) => item.key === key);
    const is = after.find((item) => item.key === key);
    const either = is ?? was;
    if (!either || sameAnswer(was, is)) return [];
    return [
      {
        item: either.item,
        key,
        label: either.label,
        from: was?.result ?? null,
        to: is?.result ?? null,
        basis: compareTexts(was?.basis ?? '', is?.basis ?? ''),
        note: compareTexts(was?.note ?? '', is?.note ?? ''),
        evidence: compareLists(was?.evidence ?? [], is?.evidence ?? []),
      },
    ];
  });
}

function sameAnswer(was: Item | undefined, is: Item | undefined): boolean {
  if (!was || !is || was.result !== is.result || was.basis !== is.basis || was.note !== is.note) return false;
  const { removed, added } = compareLists(was.evidence, is.evidence);
  return removed.length + added.length === 0;
}
