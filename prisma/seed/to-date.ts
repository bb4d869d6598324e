import type { SeedFolder, SeedPerson } from './folder.ts';

/** The year in which the sample data were true. */
const writtenIn = 2026;

/** The same people with training and certificates as they would be in this year: a demo started later works as well. */
export function peopleToDate(folder: SeedFolder, year: number): SeedFolder {
  const { organisation } = folder;
  return { ...folder, organisation: { ...organisation, people: organisation.people.map(toDate) } };

  function toDate(person: SeedPerson): SeedPerson {
    const later = Math.max(0, year - writtenIn);
    if (later === 0) return person;
    const training = person.training as { year: number }[];
    return {
      ...person,
      training: training.map((entry) => ({ ...entry, year: entry.year + later })),
      certificate: withLaterEnd(person.certificate as { validTo?: string } | null, later),
    };
  }
}

function withLaterEnd<Certificate extends { validTo?: string }>(certificate: Certificate | null, years: number) {
  if (!certificate?.validTo) return certificate;
  const { validTo } = certificate;
  return { ...certificate, validTo: `${Number(validTo.slice(0, 4)) + years}${validTo.slice(4)}` };
}
