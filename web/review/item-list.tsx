import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opinion } from '../../api/schemas/rounds.ts';
import type { ReviewItem } from '../../domain/process.ts';
import { ItemRow } from './item-row.tsx';
import { blankItem, itemKeys, itemOf, results, type TypedItem, type TypedOpinion } from './typed-opinion.ts';

interface Given {
  typed: TypedOpinion;
  /** The opinion of the round before. */
  before: { round: number; opinion: Opinion } | null;
  active: ReviewItem;
  activate: (key: ReviewItem) => void;
  change: (key: ReviewItem, changed: Partial<TypedItem>) => void;
  optionsOf: (key: ReviewItem) => string[];
  nameOf: (evidence: string) => string;
  /** To the evidence on the left. */
  point: () => void;
}

/** The ten items and the eleventh as one list: 1 2 3 answer, j k and the arrows move, Enter writes, Esc comes back. */
export function ItemList({ typed, before, active, activate, change, optionsOf, nameOf, point }: Given) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const fieldOf = (key: ReviewItem) => list.current?.querySelector<HTMLElement>(`[data-item=${key}]`);
  const lastOf = (key: ReviewItem) => before?.opinion.items.find((item) => item.key === key) ?? null;

  function move(by: number): void {
    const next = itemKeys[Math.min(itemKeys.length - 1, Math.max(0, itemKeys.indexOf(active) + by))]!;
    activate(next);
    fieldOf(next)?.focus();
  }

  function pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const field = event.target as HTMLElement;
    const writing = field.matches('input, textarea');
    // An open list of suggestions closes first.
    if (event.key === 'Escape' && writing && field.getAttribute('aria-expanded') !== 'true') fieldOf(active)?.focus();
    if (writing) return;
    const result = results[Number(event.key) - 1];
    const last = lastOf(active);
    if (result) change(active, { result });
    else if (event.key === 'j' || event.key === 'ArrowDown') move(1);
    else if (event.key === 'k' || event.key === 'ArrowUp') move(-1);
    else if (event.key === 'e') point();
    else if (event.key === '0' && last) change(active, itemOf(last));
    else if (event.key === 'Enter' && field === fieldOf(active)) {
      fieldOf(active)?.parentElement?.querySelector<HTMLElement>('input, textarea')?.focus();
    } else return;
    event.preventDefault();
  }

  return (
    <>
      <p className="hint">{t(before ? 'review.keysAgain' : 'review.keys')}</p>
      <ol className="items" ref={list} onKeyDown={pressed}>
        {itemKeys.map((key) => (
          <ItemRow
            key={key}
            item={key}
            typed={typed.items[key] ?? blankItem}
            last={lastOf(key)}
            lastRound={before?.round ?? 0}
            active={key === active}
            activate={() => activate(key)}
            change={(changed) => change(key, changed)}
            options={key === active ? optionsOf(key) : []}
            nameOf={nameOf}
          />
        ))}
      </ol>
    </>
  );
}
