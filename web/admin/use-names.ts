import { useQuery } from '@tanstack/react-query';
import { colleaguesReading, organisationReading } from './forms/use-on-record.ts';

/** Names of the agency, its people and sections by their ids; the id itself of what is not known (yet), or where nobody asks. */
export function useNames(asked = true): (id: string) => string {
  const people = useQuery({ ...colleaguesReading, enabled: asked }).data ?? [];
  const own = useQuery({ ...organisationReading, enabled: asked }).data;
  const places = own ? [own.agency, ...own.sections] : [];
  const names = new Map([...people, ...places].map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
