import { useParams } from 'react-router';
import type { OnRecord, OrganisationAnswer } from '../../../api/schemas/admin-reading.ts';
import { useWords } from '../words.ts';
import { entryBody, typedEntry } from './entry-body.ts';
import { EntryFields } from './entry-fields.tsx';
import { freeId, freshId, needed, numbers } from './form-checks.ts';
import { useFormWords } from './form-words.ts';
import { ReadFirst } from './read-first.tsx';
import { RecordForm } from './record-form.tsx';
import { fieldOfRecord } from './said-of-fields.ts';
import { both, nothing, organisationReading, recordsOf, type Reading } from './use-on-record.ts';
import { useRecordForm } from './use-record-form.ts';

type Read = readonly [OnRecord<'catalogue'>, OrganisationAnswer];

/** The next version of an entry of the catalogue (法制审核目录), or a new entry. */
export function EntryForm() {
  const { id } = useParams();
  const record = id === undefined ? nothing<OnRecord<'catalogue'>>({ entries: [] }) : recordsOf('catalogue', id);
  const reading = both(record, organisationReading);
  return (
    <ReadFirst key={id} reading={reading} there={([{ entries }]) => id === undefined || entries.length > 0}>
      {(read) => <NextVersion id={id} reading={reading} read={read} />}
    </ReadFirst>
  );
}

function NextVersion({ id, reading, read }: { id: string | undefined; reading: Reading<Read>; read: Read }) {
  const w = useFormWords();
  const list = useWords()('catalogue');
  const [{ entries }, organisation] = read;
  const before = entries.at(-1);
  const idsIn = ({ catalogue }: OrganisationAnswer) => catalogue.map((one) => one.id);
  const form = useRecordForm<Read>(
    {
      kind: 'catalogue',
      place: `catalogue/${id ?? ''}`,
      reading,
      typedOf: ([found, known]) => ({
        ...(id === undefined && { id: freeId(known.agency.id, 'K', idsIn(known)) }),
        ...typedEntry(found.entries.at(-1)),
      }),
      bodyOf: (typed, [found, { agency }]) => entryBody(typed, agency, found.entries.at(-1)),
      check: (typed, [, known]) => ({
        ...needed(typed, ['effectiveFrom', 'category', 'field', 'appliesWhen']),
        ...numbers(typed, ['amountThreshold.organisationYuan', 'amountThreshold.personYuan']),
        ...(id === undefined && freshId(typed, idsIn(known))),
      }),
      // Of two versions in a body the later is the one that is typed.
      fieldOf: (path) => (before && path.startsWith('entries.0.effectiveTo') ? 'effectiveFrom' : fieldOfRecord(path)),
    },
    read,
  );
  const told = before && { before: before.version, day: before.effectiveFrom };
  return (
    <RecordForm
      title={before ? w('nextVersion', { id: before.id, n: before.version + 1 }) : w('newEntry')}
      back={{ to: '/admin/catalogue', label: list }}
      hint={told ? w('nextHint', told) : w('newEntryHint')}
      form={form}
    >
      <EntryFields organisation={organisation} fresh={!before} />
    </RecordForm>
  );
}
