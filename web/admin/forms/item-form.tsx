import { useParams } from 'react-router';
import type { OnRecord, OrganisationAnswer } from '../../../api/schemas/admin-reading.ts';
import { Line, Long, Pick } from '../../filing/fields.tsx';
import { useWords } from '../words.ts';
import { FlowField } from './flow-field.tsx';
import { freeId, freshId, needed, numbers } from './form-checks.ts';
import { useFormWords } from './form-words.ts';
import { basisColumns, itemBody, tierColumns } from './item-body.ts';
import { ReadFirst } from './read-first.tsx';
import { RecordForm } from './record-form.tsx';
import { RowFields } from './row-fields.tsx';
import { fieldOfRecord } from './said-of-fields.ts';
import { typedOf } from './typed-record.ts';
import { both, nothing, organisationReading, recordsOf, type Reading } from './use-on-record.ts';
import { useRecordForm } from './use-record-form.ts';

type Read = readonly [OnRecord<'items'>, OrganisationAnswer];

/** One enforcement item (执法事项), or a new one: name, category, section, bases, discretion tiers, limit, flow. */
export function ItemForm() {
  const { id } = useParams();
  const record = id === undefined ? nothing<OnRecord<'items'>>({ items: [] }) : recordsOf('items', id);
  const reading = both(record, organisationReading);
  return (
    <ReadFirst key={id} reading={reading} there={([{ items }]) => id === undefined || items.length > 0}>
      {(read) => <Fields id={id} reading={reading} read={read} />}
    </ReadFirst>
  );
}

function Fields({ id, reading, read }: { id: string | undefined; reading: Reading<Read>; read: Read }) {
  const w = useFormWords();
  const list = useWords()('items');
  const [{ items }, organisation] = read;
  const form = useRecordForm<Read>(
    {
      kind: 'items',
      place: `items/${id ?? ''}`,
      reading,
      typedOf: ([found, { agency, items: known }]) =>
        found.items[0] ? typedOf(found.items[0]) : { id: freeId(agency.id, 'F', known.map((one) => one.id)), 'timeLimit.unit': 'd' },
      bodyOf: (typed, [found, { agency }]) => itemBody(typed, agency.id, found.items[0]),
      check: (typed, [, { items: known }]) => ({
        ...needed(typed, ['name', 'category', 'section']),
        ...numbers(typed, ['timeLimit.value']),
        ...(id === undefined && freshId(typed, known.map((one) => one.id))),
      }),
      fieldOf: fieldOfRecord,
    },
    read,
  );
  const categories = organisation.agency.categories as 'penalty'[];
  return (
    <RecordForm
      title={id === undefined ? w('newItem') : w('changeItem', { name: items[0]?.name ?? '' })}
      back={{ to: '/admin/items', label: list }}
      hint={w('itemHint')}
      form={form}
    >
      {id === undefined && <Line name="id" label={w('id')} hint={w('idHint')} required maximum={64} />}
      <Line name="name" label={w('name')} required maximum={300} />
      <div className="pair">
        <Pick name="category" label={w('category')} required options={categories.map((value) => ({ value, label: w(value) }))} />
        <Pick name="section" label={w('itemSection')} required options={organisation.sections.map((one) => ({ value: one.id, label: one.name }))} />
      </div>
      <Line name="field" label={w('itemField')} maximum={60} />
      <RowFields list="basis" legend="bases" row="basis" add="addBasis" columns={basisColumns} />
      <RowFields list="discretion" legend="tiers" row="tierRow" add="addTier" columns={tierColumns} long={['condition', 'measure']} />
      <fieldset>
        <legend>{w('limit')}</legend>
        <div className="row of-3">
          <Line name="timeLimit.value" label={w('limitValue')} />
          <Pick name="timeLimit.unit" label={w('limitUnit')} options={(['wd', 'd'] as const).map((value) => ({ value, label: w(value) }))} />
          <Line name="timeLimit.basis" label={w('limitBasis')} maximum={500} />
        </div>
      </fieldset>
      <FlowField />
      <Long name="note" label={w('note')} rows={2} maximum={2_000} />
    </RecordForm>
  );
} // prettier-ignore
