import type { OnRecord } from '../../../api/schemas/admin-reading.ts';
import { Line } from '../../filing/fields.tsx';
import { useWords } from '../words.ts';
import { needed, numbers } from './form-checks.ts';
import { useFormWords } from './form-words.ts';
import { agencyBody } from './organisation-body.ts';
import { PersonField } from './person-field.tsx';
import { ReadFirst } from './read-first.tsx';
import { RecordForm } from './record-form.tsx';
import { fieldOfRecord } from './said-of-fields.ts';
import { typedOf } from './typed-record.ts';
import { recordsOf } from './use-on-record.ts';
import { useRecordForm } from './use-record-form.ts';

type Read = OnRecord<'organisation'>;
const reading = recordsOf('organisation');

/** Who holds the agency's duties: legal head and reviewers, the collective with chair, members and quorum. */
export function AgencyForm() {
  return (
    <ReadFirst reading={reading} there={({ agencies }) => agencies.length > 0}>
      {(read) => <Duties read={read} />}
    </ReadFirst>
  );
}

function Duties({ read }: { read: Read }) {
  const w = useFormWords();
  const list = useWords()('organisation');
  const form = useRecordForm<Read>(
    {
      kind: 'organisation',
      place: 'organisation/agency',
      reading,
      typedOf: ({ agencies: [agency] }) => {
        const { legalHead, legalReviewers, collective } = agency!;
        return typedOf({ legalHead, legalReviewers, collective });
      },
      bodyOf: (typed, { agencies: [agency] }) => agencyBody(typed, agency!),
      check: (typed) => {
        const any = ['chair', 'members', 'quorum', 'rule'].some((name) => typed[`collective.${name}`]?.trim());
        return {
          ...numbers(typed, ['collective.quorum']),
          ...(any && needed(typed, ['collective.chair', 'collective.members', 'collective.quorum'])),
        };
      },
      fieldOf: fieldOfRecord,
    },
    read,
  );
  return (
    <RecordForm
      title={w('changeDuties')}
      back={{ to: '/admin/organisation', label: list }}
      hint={w('sectionHint')}
      form={form}
    >
      <PersonField name="legalHead" label={w('legalHead')} role="legalHead" />
      <PersonField name="legalReviewers" label={w('legalReviewers')} role="legalReviewer" several />
      <fieldset>
        <legend>{w('collective')}</legend>
        <p className="hint">{w('collectiveHint')}</p>
        <PersonField name="collective.chair" label={w('chair')} role="leader" />
        <PersonField name="collective.members" label={w('members')} role="leader" several />
        <Line name="collective.quorum" label={w('quorum')} />
        <Line name="collective.rule" label={w('rule')} maximum={500} />
      </fieldset>
    </RecordForm>
  );
}
