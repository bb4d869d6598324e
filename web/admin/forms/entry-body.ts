import type { OnRecord } from '../../../api/schemas/admin-reading.ts';
import { addDays } from '../../../domain/calendar.ts';
import { chosenIn, givenIn, type Typed } from '../../filing/typed.ts';
import { numberIn } from './form-checks.ts';
import { basisColumns } from './item-body.ts';
import { filledRows, typedOf } from './typed-record.ts';

export type Entry = OnRecord<'catalogue'>['entries'][number];

/** What the next version begins with: all of the one before but its days. */
export function typedEntry(before: Entry | undefined): Typed {
  if (!before) return { appliesWhen: 'always' };
  const { effectiveFrom: _from, effectiveTo: _to, ...kept } = before;
  return typedOf(kept);
}

/** The import of a further version of an entry, or of a new one; the version before ends the day before, where it has no end. */
export function entryBody(typed: Typed, agency: { id: string; level: string }, before: Entry | undefined) {
  const effectiveFrom = typed['effectiveFrom'] ?? '';
  const of = typed['amountThreshold.of'] || null;
  const amounts = (['organisationYuan', 'personYuan'] as const).map((name) => [name, numberIn(typed, `amountThreshold.${name}`)]); // prettier-ignore
  const next = {
    ...{ id: typed['id'], agency: agency.id, version: (before?.version ?? 0) + 1, level: agency.level },
    ...{ effectiveFrom, effectiveTo: givenIn(typed, 'effectiveTo'), category: typed['category'] },
    field: typed['field']?.trim() ?? '',
    measures: chosenIn(typed, 'measures'),
    appliesWhen: typed['appliesWhen'],
    amountThreshold: of && { of, ...(Object.fromEntries(amounts) as object) },
    socialImpact: givenIn(typed, 'socialImpact'),
    reviewMaterials: chosenIn(typed, 'reviewMaterials').map((line) => line.trim()).filter(Boolean), // prettier-ignore
    basis: filledRows(typed, 'basis', basisColumns),
    note: givenIn(typed, 'note'),
  };
  const ended = before && before.effectiveTo === null && { ...before, effectiveTo: addDays(effectiveFrom, -1) };
  return { entries: ended ? [ended, next] : [next] };
}
