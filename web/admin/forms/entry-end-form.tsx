import { useParams } from 'react-router';
import type { OnRecord } from '../../../api/schemas/admin-reading.ts';
import { useWords } from '../words.ts';
import { DayField } from './day-field.tsx';
import type { Entry } from './entry-body.ts';
import { needed } from './form-checks.ts';
import { useFormWords } from './form-words.ts';
import { ReadFirst } from './read-first.tsx';
import { RecordForm } from './record-form.tsx';
import { fieldOfRecord } from './said-of-fields.ts';
import { recordsOf, type Reading } from './use-on-record.ts';
import { useRecordForm } from './use-record-form.ts';

type Read = OnRecord<'catalogue'>;

/** The end of an entry's last version: all that may be added to a version that is published. */
export function EntryEndForm() {
  const { id = '' } = useParams();
  const reading = recordsOf('catalogue', id);
  return (
    <ReadFirst key={id} reading={reading} there={({ entries }) => entries.length > 0}>
      {(read) => <End last={read.entries.at(-1)!} reading={reading} read={read} />}
    </ReadFirst>
  );
}

function End({ last, reading, read }: { last: Entry; reading: Reading<Read>; read: Read }) {
  const w = useFormWords();
  const list = useWords()('catalogue');
  const form = useRecordForm<Read>(
    {
      kind: 'catalogue',
      place: `catalogue/${last.id}/end`,
      reading,
      typedOf: ({ entries }) => ({ effectiveTo: entries.at(-1)?.effectiveTo ?? '' }),
      bodyOf: ({ effectiveTo = '' }, { entries }) => ({ entries: [{ ...entries.at(-1), effectiveTo }] }),
      check: (typed) => needed(typed, ['effectiveTo']),
      fieldOf: fieldOfRecord,
    },
    read,
  );
  return (
    <RecordForm
      title={w('endEntry', { id: last.id, n: last.version })}
      back={{ to: '/admin/catalogue', label: list }}
      hint={w('endHint')}
      form={form}
    >
      <DayField name="effectiveTo" label={w('lastDay')} required />
    </RecordForm>
  );
}
