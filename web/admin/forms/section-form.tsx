import { useParams } from 'react-router';
import type { OnRecord } from '../../../api/schemas/admin-reading.ts';
import { Line, Pick } from '../../filing/fields.tsx';
import { useWords } from '../words.ts';
import { freeId, freshId, needed } from './form-checks.ts';
import { useFormWords } from './form-words.ts';
import { fieldOfSection, sectionBody, sectionDuties } from './organisation-body.ts';
import { PersonField } from './person-field.tsx';
import { ReadFirst } from './read-first.tsx';
import { RecordForm } from './record-form.tsx';
import { typedOf } from './typed-record.ts';
import { recordsOf } from './use-on-record.ts';
import { useRecordForm } from './use-record-form.ts';

type Read = OnRecord<'organisation'>;
const reading = recordsOf('organisation');
const kinds = ['enforcement', 'legal', 'office', 'advisers', 'leadership', 'support', 'supervision'] as const;
const roleOf = { firstReviewer: 'firstReviewer', head: 'sectionHead', leaderInCharge: 'leader' } as const;

/** One section, or a new one: name, kind and who holds its duties. */
export function SectionForm() {
  const { id } = useParams();
  return (
    <ReadFirst key={id} reading={reading} there={(read) => id === undefined || sectionIn(read, id) !== undefined}>
      {(read) => <Fields id={id} read={read} />}
    </ReadFirst>
  );
}

function Fields({ id, read }: { id: string | undefined; read: Read }) {
  const w = useFormWords();
  const list = useWords()('organisation');
  const idsIn = ({ agencies: [agency] }: Read) => (agency?.sections ?? []).map((one) => one.id);
  const form = useRecordForm<Read>(
    {
      kind: 'organisation',
      place: `organisation/sections/${id ?? ''}`,
      reading,
      typedOf: (found) =>
        id === undefined
          ? { id: freeId(found.agencies[0]!.id, 'S', idsIn(found)) }
          : typedOf(sectionIn(found, id) ?? {}),
      bodyOf: (typed, { agencies: [agency] }) => sectionBody(typed, agency!, id),
      check: (typed, found) => ({
        ...needed(typed, ['name', 'kind']),
        ...(id === undefined && freshId(typed, idsIn(found))),
      }),
      fieldOf: (path, typed) => {
        const index = id === undefined ? idsIn(read).length : idsIn(read).indexOf(id);
        return fieldOfSection(path, id ?? typed['id'] ?? '', index);
      },
    },
    read,
  );
  return (
    <RecordForm
      title={id === undefined ? w('newSection') : w('changeSection', { name: sectionIn(read, id)?.name ?? '' })}
      back={{ to: '/admin/organisation', label: list }}
      hint={w('sectionHint')}
      form={form}
    >
      {id === undefined && <Line name="id" label={w('id')} hint={w('idHint')} required maximum={64} />}
      <div className="pair">
        <Line name="name" label={w('name')} required maximum={100} />
        <Pick name="kind" label={w('kind')} required options={kinds.map((value) => ({ value, label: w(value) }))} />
      </div>
      {sectionDuties.map((duty) => (
        <PersonField key={duty} name={duty} label={w(duty)} role={roleOf[duty]} />
      ))}
    </RecordForm>
  );
}

function sectionIn({ agencies: [agency] }: Read, id: string) {
  return agency?.sections?.find((one) => one.id === id);
}
