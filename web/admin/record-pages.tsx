import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OrganisationAnswer } from '../../api/schemas/admin-reading.ts';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import { BulkImport } from './bulk-import.tsx';
import { measuresInWords } from './forms/measure-words.ts';
import { RecordTable } from './record-table.tsx';
import { useOrganisation } from './use-organisation.ts';
import { useWords, type Word } from './words.ts';

interface Records {
  heads: Word[];
  rows: (found: OrganisationAnswer, w: ReturnType<typeof useWords>, english: boolean) => ReactNode[][];
  /** What its form for a new record is called. */
  fresh: Word;
  /** The name of the list that an import of this kind holds. */
  list: string;
  example: string;
}

const kinds = {
  catalogue: {
    heads: ['catalogue', 'version', 'category', 'field', 'effective', 'ends'],
    rows: ({ catalogue }, w, english) =>
      catalogue.map(({ id, version, categoryName, field, measures, note, effectiveFrom: from, effectiveTo: to }) => {
        const last = !catalogue.some((other) => other.id === id && other.version > version);
        const name = measuresInWords(measures, english);
        return [
          <Fragment key={id}>
            {last ? <Link to={`/admin/catalogue/${id}`}>{name}</Link> : name}
            <small>{[id, note].filter(Boolean).join(' · ')}</small>
          </Fragment>,
          ...[version, categoryName, field, to ? w('until', { from, to }) : w('since', { from })],
          last && to === null ? (
            <Link to={`/admin/catalogue/${id}/end`} aria-label={`${w('end')} ${id}`}>
              {w('end')}
            </Link>
          ) : (
            ''
          ),
        ];
      }),
    fresh: 'newEntry',
    list: 'entries',
    example: '[{"id": "…", "agency": "…", "version": 1, "effectiveFrom": "2027-01-01", "category": "penalty", …}]',
  },
  items: {
    heads: ['items', 'category', 'section'],
    rows: ({ items }) =>
      items.map(({ id, name, categoryName, sectionName }) => [
        <Link key={id} to={`/admin/items/${id}`}>
          {name}
        </Link>,
        ...[categoryName, sectionName],
      ]),
    fresh: 'newItem',
    list: 'items',
    example: '[{"id": "…", "agency": "…", "category": "penalty", "name": "…", "section": "…", …}]',
  },
  series: {
    heads: ['seriesWord', 'year', 'last'],
    rows: ({ series }) =>
      series.map(({ series: word, year, last }) => [
        <Link key={word} to={`/admin/series/${year}/${encodeURIComponent(word)}`}>
          {word}
        </Link>,
        ...[year, last],
      ]),
    fresh: 'newSeries',
    list: 'series',
    example: '[{"agency": "…", "series": "…", "year": 2027, "last": 0}]',
  },
} as const satisfies Record<string, Records>;

function RecordPage({ kind }: { kind: keyof typeof kinds }) {
  const w = useWords();
  const english = useTranslation().i18n.language === 'en';
  const found = useOrganisation();
  if (found.isPending) return <Loading />;
  if (!found.data) return <Failure error={found.error} again={() => void found.refetch()} />;
  const { heads, rows, fresh, list, example }: Records = kinds[kind];
  return (
    <>
      <h1>{w(kind)}</h1>
      <p className="new">
        <Link to={`/admin/${kind}/new`}>{w(fresh)}</Link>
      </p>
      <RecordTable heads={heads.map((head) => w(head))} rows={rows(found.data, w, english)} />
      <BulkImport kind={kind} list={list} example={example} />
    </>
  );
}

/** The catalogue of decisions that are reviewed (法制审核目录). */
export function CataloguePage() {
  return <RecordPage kind="catalogue" />;
}

/** The agency's enforcement items (执法事项). */
export function ItemsPage() {
  return <RecordPage kind="items" />;
}

/** How far each series of numbers has come (文号). */
export function SeriesPage() {
  return <RecordPage kind="series" />;
}
