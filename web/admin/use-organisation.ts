import { useQuery } from '@tanstack/react-query';
import { organisationReading } from './forms/use-on-record.ts';

/** What is on record of the agency: sections, catalogue, items, series. */
export function useOrganisation() {
  return useQuery(organisationReading);
}
