import { useSearchParams } from 'react-router';

export const filterNames = ['region', 'agency', 'section', 'stage', 'category'] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Partial<Record<FilterName, string>>;

/** What the lists are narrowed to: it stands in the address. */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const filters: Filters = Object.fromEntries(
    filterNames.flatMap((name) => (search.get(name) ? [[name, search.get(name)!]] : [])),
  );

  /** Narrows to something else; an empty text takes a filter away. */
  function change(changed: Record<string, string>): void {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changed)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next);
  }
  return { filters, search, change, clear: () => setSearch({}) };
}

/** '?agency=…' of what is filled; '' of nothing. */
export function addressQuery(asked: Record<string, string | number | undefined>): string {
  const filled = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString();
  return query && `?${query}`;
}
