import type { OrganisationAnswer } from '../../api/schemas/admin-reading.ts';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import { ImportPanel } from './import-panel.tsx';
import { RecordTable } from './record-table.tsx';
import { useOrganisation } from './use-organisation.ts';
import { useWords, type Word } from './words.ts';

interface Records {
  heads: Word[];
  rows: (found: OrganisationAnswer, w: ReturnType<typeof useWords>) => (string | number | null)[][];
  /** The name of the list that an import of this kind holds. */
  list: string;
  example: string;
}

const kinds = {
  catalogue: {
    heads: ['catalogue', 'version', 'category', 'field', 'effective'],
    rows: ({ catalogue }, w) =>
      catalogue.map(({ id, version, categoryName, field, effectiveFrom: from, effectiveTo: to }) => {
        return [id, version, categoryName, field, to ? w('until', { from, to }) : w('since', { from })];
      }),
    list: 'entries',
    example: '[{"id": "…", "agency": "…", "version": 1, "effectiveFrom": "2027-01-01", "category": "penalty", …}]',
  },
  items: {
    heads: ['items', 'category', 'section'],
    rows: ({ items }) => items.map(({ name, categoryName, sectionName }) => [name, categoryName, sectionName]),
    list: 'items',
    example: '[{"id": "…", "agency": "…", "category": "penalty", "name": "…", "section": "…", …}]',
  },
  series: {
    heads: ['seriesWord', 'year', 'last'],
    rows: ({ series }) => series.map(({ series: word, year, last }) => [word, year, last]),
    list: 'series',
    example: '[{"agency": "…", "series": "…", "year": 2027, "last": 0}]',
  },
} as const satisfies Record<string, Records>;

function RecordPage({ kind }: { kind: keyof typeof kinds }) {
  const w = useWords();
  const found = useOrganisation();
  if (found.isPending) return <Loading />;
  if (!found.data) return <Failure error={found.error} again={() => void found.refetch()} />;
  const { heads, rows, list, example }: Records = kinds[kind];
  return (
    <>
      <h1>{w(kind)}</h1>
      <RecordTable heads={heads.map((head) => w(head))} rows={rows(found.data, w)} />
      <ImportPanel kind={kind} list={list} example={example} />
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
