import { useParams } from 'react-router';
import type { OrganisationAnswer } from '../../../api/schemas/admin-reading.ts';
import { Line } from '../../filing/fields.tsx';
import { givenIn, type Typed } from '../../filing/typed.ts';
import { useWords } from '../words.ts';
import { needed, numberIn, numbers } from './form-checks.ts';
import { useFormWords } from './form-words.ts';
import { ReadFirst } from './read-first.tsx';
import { RecordForm } from './record-form.tsx';
import { fieldOfRecord } from './said-of-fields.ts';
import { organisationReading } from './use-on-record.ts';
import { useRecordForm } from './use-record-form.ts';

type Of = { series: string; year: number } | undefined;

/** How far a series of numbers has come (文号), or the last number used on paper of one that is new here. */
export function SeriesForm() {
  const { series, year } = useParams();
  const of: Of = series !== undefined && year !== undefined ? { series, year: Number(year) } : undefined;
  return (
    <ReadFirst
      key={`${series} ${year}`}
      reading={organisationReading}
      there={(read) => !of || foundIn(read, of) !== undefined}
    >
      {(read) => <Fields of={of} read={read} />}
    </ReadFirst>
  );
}

function Fields({ of, read }: { of: Of; read: OrganisationAnswer }) {
  const w = useFormWords();
  const list = useWords()('series');
  const form = useRecordForm<OrganisationAnswer>(
    {
      kind: 'series',
      place: of ? `series/${of.year}/${of.series}` : 'series/',
      reading: organisationReading,
      typedOf: (found): Typed =>
        of ? { last: String(foundIn(found, of)?.last ?? 0) } : { year: String(new Date().getFullYear()), last: '0' },
      bodyOf: (typed, { agency }) => ({
        series: [
          {
            agency: agency.id,
            ...(of ?? { series: givenIn(typed, 'series'), year: numberIn(typed, 'year') }),
            last: numberIn(typed, 'last'),
          },
        ],
      }),
      check: (typed) => ({
        ...(!of && { ...needed(typed, ['series', 'year']), ...numbers(typed, ['year']) }),
        ...numbers(typed, ['last']),
        ...needed(typed, ['last']),
      }),
      fieldOf: fieldOfRecord,
    },
    read,
  );
  return (
    <RecordForm
      title={of ? w('changeSeries', of) : w('newSeries')}
      back={{ to: '/admin/series', label: list }}
      hint={w('seriesHint')}
      form={form}
    >
      {!of && (
        <div className="pair">
          <Line name="series" label={w('series')} required maximum={40} />
          <Line name="year" label={w('year')} required maximum={4} />
        </div>
      )}
      <Line name="last" label={w('last')} required maximum={9} />
    </RecordForm>
  );
}

function foundIn({ series }: OrganisationAnswer, of: NonNullable<Of>) {
  return series.find((one) => one.series === of.series && one.year === of.year);
}
