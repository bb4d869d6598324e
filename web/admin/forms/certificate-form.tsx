import { categories } from '../../../domain/process.ts';
import { Line, Pick, Several } from '../../filing/fields.tsx';
import { chosenIn } from '../../filing/typed.ts';
import { useWords } from '../words.ts';
import { DayField } from './day-field.tsx';
import { needed } from './form-checks.ts';
import { useFormWords, type FormWord } from './form-words.ts';
import { certificateBody } from './person-body.ts';
import type { PersonRead } from './person-form.tsx';
import { RecordForm } from './record-form.tsx';
import { fieldOfRecord } from './said-of-fields.ts';
import { typedOf } from './typed-record.ts';
import type { Reading } from './use-on-record.ts';
import { useRecordForm } from './use-record-form.ts';

const all = ['field', 'categories', 'regions', 'validFrom', 'validTo', 'status'].map((name) => `certificate.${name}`);
const must = all.filter((name) => !name.endsWith('field'));

/** The enforcement certificate (执法证件) of one person, entered or renewed. */
export function CertificateForm({ id, reading, read }: { id: string; reading: Reading<PersonRead>; read: PersonRead }) {
  const w = useFormWords();
  const list = useWords()('people');
  const [{ people }, [{ agency }]] = read;
  const form = useRecordForm<PersonRead>(
    {
      kind: 'people',
      place: `people/${id}/certificate`,
      reading,
      typedOf: ([found]) => {
        const { certificate } = found.people[0] ?? {};
        return certificate ? typedOf({ certificate }) : { 'certificate.status': 'valid' };
      },
      bodyOf: (typed) => certificateBody(typed, id),
      check: (typed) => (typed['certificate.number']?.trim() ? needed(typed, must) : {}),
      fieldOf: (path) => (path === 'certificate' ? 'certificate.number' : fieldOfRecord(path)),
    },
    read,
  );
  const others = chosenIn(form.typed, 'certificate.regions').filter((code) => !agency.regions.some((one) => one.code === code)); // prettier-ignore
  const regions = [...agency.regions, ...others.map((code) => ({ code, name: code }))];
  const options = (values: readonly string[]) => values.map((value) => ({ value, label: w(value as FormWord) }));
  return (
    <RecordForm
      title={w('certificateOf', { name: people[0]?.name ?? '' })}
      back={{ to: '/admin/people', label: list }}
      hint={w('certificateHint')}
      form={form}
    >
      <div className="pair">
        <Line name="certificate.number" label={w('number')} maximum={60} />
        <Line name="certificate.field" label={w('certificateField')} maximum={60} />
      </div>
      <Several name="certificate.categories" label={w('certificateCategories')} options={options(Object.keys(categories))} />
      <Several name="certificate.regions" label={w('regions')} options={regions.map(({ code, name }) => ({ value: code, label: name }))} />
      <div className="pair">
        <DayField name="certificate.validFrom" label={w('validFrom')} />
        <DayField name="certificate.validTo" label={w('validTo')} />
        <Pick name="certificate.status" label={w('status')} options={options(['valid', 'suspended', 'revoked'])} />
      </div>
    </RecordForm>
  );
} // prettier-ignore
