import type { CaseState, PublicationStatus } from './state.ts';

const waiting: PublicationStatus[] = ['prepared', 'exemptionProposed', 'approved'];

/** Something was prepared for the decision in force and is not up yet. */
export function isUnpublished({ publication }: CaseState): boolean {
  return publication !== null && waiting.includes(publication.status);
}
