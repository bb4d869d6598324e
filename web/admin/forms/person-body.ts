import type { OnRecord } from '../../../api/schemas/admin-reading.ts';
import { chosenIn, givenIn, type Typed } from '../../filing/typed.ts';

export type PersonOnRecord = OnRecord<'people'>['people'][number];

/** The half of a person that the system administrator writes: who they are and where. */
export function personBody(typed: Typed, agency: string, id: string | undefined) {
  const [hiredOn, leftOn] = [givenIn(typed, 'hiredOn'), givenIn(typed, 'leftOn')];
  const said = { name: typed['name']?.trim() ?? '', section: typed['section'], title: typed['title']?.trim() ?? '' };
  return { people: [{ id: id ?? typed['id'], agency, ...said, hiredOn, leftOn }] };
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
