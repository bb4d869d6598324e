import { dayOf } from '../domain/calendar.ts';
import type { Duties, Facts, PersonFacts, Relaxations } from '../domain/command.ts';
import type { Millis } from '../domain/state.ts';
import type { OrganisationRows, PersonRow } from './organisation-facts.ts';

/** The organisation's rows in the form in which decide() is told of them. `now`: which parameter pack is in force. */
export function factsFrom(rows: OrganisationRows, section: string, now: Millis): Facts {
  const inForce = rows.packs?.findLast((pack) => pack.from <= dayOf(now));
  const people = (rows.persons ?? []).map(personFacts);
  return {
    version: rows.agency.version,
    relaxations: (inForce?.relaxations ?? {}) as Relaxations,
    persons: Object.fromEntries(people.map((person) => [person.id, person])),
    duties: dutiesOf(rows, section),
  };
}

function dutiesOf({ agency, section, legalSection, regions }: OrganisationRows, sectionId: string): Duties {
  const collective = agency.collective ?? {};
  return {
    agency: agency.id,
    regions: regions ?? [],
    section: sectionId,
    firstReviewer: section?.first_reviewer ?? null,
    sectionHead: section?.head ?? null,
    leaderInCharge: section?.leader_in_charge ?? null,
    legalHead: agency.legal_head,
    legalLeaderInCharge: legalSection?.leader_in_charge ?? null,
    legalReviewers: agency.legal_reviewers,
    chair: collective.chair ?? null,
    members: collective.members ?? [],
    quorum: collective.quorum ?? 1,
    overseenBy: agency.overseen_by,
  };
}

type Certificate = NonNullable<PersonFacts['certificate']>;

function personFacts(person: PersonRow): PersonFacts {
  return {
    id: person.id,
    agency: person.agency_id,
    section: person.section_id,
    roles: person.roles as PersonFacts['roles'],
    certificate: person.certificate && certificateFacts(person.certificate),
    legalExam: person.legal_exam.passed === true,
    trainedYears: person.training.map((entry) => entry.year),
    hiredOn: person.hired_on,
    leftOn: person.left_on,
    // The kind of a leave is nobody's business here: what is said of a person goes into the workflow's history.
    leave: person.leave.map(({ from, to, substitute }) => ({ from, to, ...(substitute && { substitute }) })),
  };
}

function certificateFacts({ categories, regions, validFrom, validTo, status }: Certificate): Certificate {
  return { categories, regions, validFrom, validTo, status };
}
