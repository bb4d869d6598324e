import type { OnRecord } from '../../../api/schemas/admin-reading.ts';
import { chosenIn, givenIn, type Typed } from '../../filing/typed.ts';
import { filledRows } from './typed-record.ts';

export type PersonOnRecord = OnRecord<'people'>['people'][number];

export const trainingColumns = ['year', 'hours'] as const;

/** The half of a person that the system administrator writes: who they are and where, and in which years they were trained. */
export function personBody(typed: Typed, agency: string, id: string | undefined) {
  const [hiredOn, leftOn] = [givenIn(typed, 'hiredOn'), givenIn(typed, 'leftOn')];
  const said = { name: typed['name']?.trim() ?? '', section: typed['section'], title: typed['title']?.trim() ?? '' };
  const rows = filledRows(typed, 'training', trainingColumns);
  const training = rows.map(({ year, hours }) => ({ year: Number(year), hours: Number(hours) }));
  return { people: [{ id: id ?? typed['id'], agency, ...said, hiredOn, leftOn, training }] };
}

/** Whether a person passed the legal exam (法律职业资格), which the security administrator writes. `before`: what is on record. */
export function examBody(typed: Typed, id: string, before: PersonOnRecord['legalExam']) {
  const certificateNo =
    givenIn(typed, 'legalExam.certificateNo') ?? (before?.certificateNo === undefined ? undefined : null);
  return { people: [{ id, legalExam: { passed: typed['legalExam.passed'] === 'true', certificateNo } }] };
}

/** The enforcement certificate, which the security administrator writes; none where there is no number. */
export function certificateBody(typed: Typed, id: string) {
  const text = (name: string) => typed[`certificate.${name}`]?.trim() ?? '';
  const number = text('number');
  const certificate = number !== '' && {
    ...{ number, field: givenIn(typed, 'certificate.field'), status: text('status') },
    categories: chosenIn(typed, 'certificate.categories'),
    regions: chosenIn(typed, 'certificate.regions'),
    ...{ validFrom: text('validFrom'), validTo: text('validTo') },
  };
  return { people: [{ id, certificate: certificate || null }] };
}
