import type { OnRecord } from '../../../api/schemas/admin-reading.ts';
import { chosenIn, givenIn, type Typed } from '../../filing/typed.ts';
import { numberIn } from './form-checks.ts';
import { filledRows } from './typed-record.ts';

export type Item = OnRecord<'items'>['items'][number];

export const basisColumns = ['statute', 'article'] as const;
export const tierColumns = ['tier', 'condition', 'measure'] as const;

/** The import of one enforcement item as it is typed; what the form does not show of it stays. */
export function itemBody(typed: Typed, agency: string, before: Item | undefined) {
  const days = numberIn(typed, 'timeLimit.value');
  const limit = { value: days, unit: typed['timeLimit.unit'] || 'wd', basis: typed['timeLimit.basis']?.trim() ?? '' };
  return {
    items: [
      {
        ...before,
        ...{ id: typed['id'], agency, category: typed['category'], section: typed['section'] },
        name: typed['name']?.trim() ?? '',
        field: givenIn(typed, 'field') ?? undefined,
        basis: filledRows(typed, 'basis', basisColumns),
        discretion: filledRows(typed, 'discretion', tierColumns),
        flow: chosenIn(typed, 'flow') as Item['flow'],
        timeLimit: days === null ? null : limit,
        note: givenIn(typed, 'note'),
      },
    ],
  };
}
