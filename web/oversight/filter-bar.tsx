import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { placesAnswer } from '../../api/schemas/oversight.ts';
import { categories, stages } from '../../domain/process.ts';
import { get } from '../http.ts';
import { useSaying } from '../worded.ts';
import type { FilterName, Filters } from './filters.ts';
import { useWords } from './words.ts';

type Places = z.infer<typeof placesAnswer>;

/** Regions, agencies and sections over which one looks; they rarely change. */
export function usePlaces(enabled = true) {
  return useQuery({
    queryKey: ['oversight', 'places'],
    queryFn: ({ signal }) => get<Places>('/api/v1/oversight/places', signal),
    staleTime: 300_000,
    enabled,
  });
}

interface Given {
  filters: Filters;
  change: (changed: Partial<Record<FilterName, string>>) => void;
  /** Takes all away; undefined where there is nothing to take away. */
  clear: (() => void) | undefined;
  children?: React.ReactNode;
}

/** The filters as lists to choose from, each narrowed by the one before it. */
export function FilterBar({ filters, change, clear, children }: Given) {
  const say = useWords();
  const inWords = useSaying();
  const { t } = useTranslation();
  const places = usePlaces().data ?? { regions: [], agencies: [], sections: [] };
  const agencies = places.agencies.filter(
    ({ region }) => !filters.region || liesIn(places.regions, region, filters.region),
  );
  const within = new Set(filters.agency ? [filters.agency] : agencies.map(({ id }) => id));
  const agencyOf = new Map(places.agencies.map(({ id, name }) => [id, name]));
  const sections = places.sections.filter(({ agency }) => within.has(agency));
  const openStages = Object.entries(stages).filter(([, stage]) => !('final' in stage));
  const labelled = (list: { id: string; name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="filters">
      {places.agencies.length > 1 && (
        <>
          <Chosen name="region" label={say('region')} value={filters.region} options={labelled(places.regions)} change={(region) => change({ region, agency: '', section: '' })} />
          <Chosen name="agency" label={say('agency')} value={filters.agency} options={labelled(agencies)} change={(agency) => change({ agency, section: '' })} />
        </>
      )}
      <Chosen
        name="section"
        label={say('sections')}
        value={filters.section}
        options={sections.map(({ id, name, agency }) => ({ value: id, label: within.size > 1 ? `${agencyOf.get(agency)} · ${name}` : name }))}
        change={(section) => change({ section })}
      />
      <Chosen name="stage" label={say('stage')} value={filters.stage} options={openStages.map(([value, { zh, en }]) => ({ value, label: inWords(zh, en) }))} change={(stage) => change({ stage })} />
      <Chosen name="category" label={say('category')} value={filters.category} options={Object.entries(categories).map(([value, label]) => ({ value, label: inWords(label, t(`values.${value}` as 'loading')) }))} change={(category) => change({ category })} />
      {children}
      {clear && (
        <Button type="link" onClick={clear}>
          {say('clear')}
        </Button>
      )}
    </div>
  ); // prettier-ignore
}

function liesIn(regions: Places['regions'], region: string | null, above: string): boolean {
  if (region === null || region === above) return region === above;
  return liesIn(regions, regions.find(({ id }) => id === region)?.parent ?? null, above);
}

export function Chosen({
  name,
  label,
  value,
  options,
  change,
}: {
  name: string;
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  change: (value: string) => void;
}) {
  return (
    <Select
      id={`filter-${name}`}
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={value ?? ''}
      onChange={change}
      options={[{ value: '', label }, ...options]}
    />
  );
}
