import { useParams } from 'react-router';
import type { OnRecord, OrganisationAnswer } from '../../../api/schemas/admin-reading.ts';
import { Line, Pick } from '../../filing/fields.tsx';
import { useMay } from '../use-areas.ts';
import { useWords } from '../words.ts';
import { CertificateForm } from './certificate-form.tsx';
import { DayField } from './day-field.tsx';
import { ExamForm } from './exam-form.tsx';
import { freeId, freshId, needed, rowNumbers } from './form-checks.ts';
import { useFormWords } from './form-words.ts';
import { personBody, trainingColumns } from './person-body.ts';
import { ReadFirst } from './read-first.tsx';
import { RecordForm } from './record-form.tsx';
import { RowFields } from './row-fields.tsx';
import { fieldOfRecord } from './said-of-fields.ts';
import { typedOf } from './typed-record.ts';
import {
  both,
  colleaguesReading,
  nothing,
  organisationReading,
  recordsOf,
  type Colleague,
  type Reading,
} from './use-on-record.ts';
import { useRecordForm } from './use-record-form.ts';

export type PersonRead = readonly [OnRecord<'people'>, readonly [OrganisationAnswer, Colleague[]]];

/** One person, or a new one: to the system administrator who they are and when they were trained, to the security administrator their certificate and legal exam. */
export function PersonForm() {
  const w = useWords();
  const { id } = useParams();
  const [system, security] = [useMay('leave'), useMay('roles')];
  const record = id === undefined ? nothing<OnRecord<'people'>>({ people: [] }) : recordsOf('people', id);
  const reading = both(record, both(organisationReading, colleaguesReading));
  if (id === undefined && !system) return <p className="empty">{w('notYours')}</p>;
  return (
    <ReadFirst key={id} reading={reading} there={([{ people }]) => id === undefined || people.length > 0}>
      {(read) => (
        <>
          {system && <Person id={id} reading={reading} read={read} />}
          {security && id !== undefined && (
            <>
              <CertificateForm id={id} reading={reading} read={read} />
              <ExamForm id={id} reading={reading} read={read} />
            </>
          )}
        </>
      )}
    </ReadFirst>
  );
}

function Person({ id, reading, read }: { id: string | undefined; reading: Reading<PersonRead>; read: PersonRead }) {
  const w = useFormWords();
  const list = useWords()('people');
  const [{ people }, [{ sections }]] = read;
  const form = useRecordForm<PersonRead>(
    {
      kind: 'people',
      place: `people/${id ?? ''}`,
      reading,
      typedOf: ([found, [{ agency }, everybody]]) => {
        if (id === undefined) return { id: freeId(agency.id, 'p', everybody.map((one) => one.id)) };
        const { name, section, title, hiredOn, leftOn, training } = found.people[0] ?? {};
        return typedOf({ name, section, title, hiredOn, leftOn, training });
      },
      bodyOf: (typed, [, [{ agency }]]) => personBody(typed, agency.id, id),
      check: (typed, [, [, everybody]]) => ({
        ...needed(typed, ['name', 'section']),
        ...rowNumbers(typed, 'training', trainingColumns),
        ...(id === undefined && freshId(typed, everybody.map((one) => one.id))),
      }),
      fieldOf: fieldOfRecord,
    },
    read,
  );
  return (
    <RecordForm
      title={id === undefined ? w('newPerson') : w('changePerson', { name: people[0]?.name ?? '' })}
      back={{ to: '/admin/people', label: list }}
      hint={id === undefined ? w('newPersonHint') : undefined}
      form={form}
    >
      {id === undefined && <Line name="id" label={w('id')} hint={w('idHint')} required maximum={64} />}
      <div className="pair">
        <Line name="name" label={w('personName')} required maximum={100} />
        <Line name="title" label={w('title')} maximum={100} />
        <Pick name="section" label={w('section')} required options={sections.map((one) => ({ value: one.id, label: one.name }))} />
        <DayField name="hiredOn" label={w('hiredOn')} />
        {id !== undefined && <DayField name="leftOn" label={w('leftOn')} hint={w('leftHint')} />}
      </div>
      <RowFields list="training" legend="training" hint="trainingHint" row="trainingRow" add="addTraining" columns={trainingColumns} />
    </RecordForm>
  );
} // prettier-ignore
