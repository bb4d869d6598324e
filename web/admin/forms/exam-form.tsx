import { Line, Pick } from '../../filing/fields.tsx';
import { needed } from './form-checks.ts';
import { useFormWords } from './form-words.ts';
import { examBody } from './person-body.ts';
import type { PersonRead } from './person-form.tsx';
import { RecordForm } from './record-form.tsx';
import { fieldOfRecord } from './said-of-fields.ts';
import { typedOf } from './typed-record.ts';
import type { Reading } from './use-on-record.ts';
import { useRecordForm } from './use-record-form.ts';

/** Whether one person passed the legal exam (法律职业资格), without which they review nothing; beside the certificate. */
export function ExamForm({ id, reading, read }: { id: string; reading: Reading<PersonRead>; read: PersonRead }) {
  const w = useFormWords();
  const [{ people }] = read;
  const form = useRecordForm<PersonRead>(
    {
      kind: 'people',
      place: `people/${id}/exam`,
      reading,
      typedOf: ([found]) => typedOf({ legalExam: found.people[0]?.legalExam }),
      bodyOf: (typed, [found]) => examBody(typed, id, found.people[0]?.legalExam),
      check: (typed) => needed(typed, ['legalExam.passed']),
      fieldOf: fieldOfRecord,
    },
    read,
  );
  const years = people[0]?.training?.map(({ year }) => year) ?? [];
  const training = w('examTraining', { years: years.toSorted((one, other) => one - other).join('、') || w('none') });
  return (
    <RecordForm title={w('examOf', { name: people[0]?.name ?? '' })} hint={w('examHint', { training })} form={form}>
      <div className="pair">
        <Pick
          name="legalExam.passed"
          label={w('examPassed')}
          required
          options={[
            { value: 'true', label: w('passed') },
            { value: 'false', label: w('notPassed') },
          ]}
        />
        <Line name="legalExam.certificateNo" label={w('examNumber')} maximum={60} />
      </div>
    </RecordForm>
  );
}
