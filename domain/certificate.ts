import { dayOf } from './calendar.ts';
import type { Facts, PersonFacts } from './command.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Millis } from './state.ts';

/**
 * Whether the person's enforcement certificate is valid on that day and covers the category and the agency's region
 * (a region above it covers it too). 行政处罚法 42; the field on a certificate is shown, not matched.
 */
export function certificateProblem(
  person: PersonFacts,
  category: string,
  facts: Pick<Facts, 'duties'>,
  now: Millis,
): Refusal | null {
  const day = dayOf(now);
  const held = person.certificate;
  const details = { person: person.id };
  if (!held || held.status !== 'valid' || day < held.validFrom || day > held.validTo) {
    return refuse('certificate.expired', { ...details, validTo: held?.validTo ?? null });
  }
  if (!held.categories.includes(category)) return refuse('certificate.category', { ...details, category });
  if (!facts.duties.regions.some((region) => held.regions.includes(region))) {
    return refuse('certificate.region', { ...details, region: facts.duties.regions[0] ?? null });
  }
  return null;
}
