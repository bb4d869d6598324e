import type { Facts, PersonFacts } from '../../domain/command.ts';
import type { Role } from '../../domain/process.ts';
import type { Filing } from '../../domain/state.ts';

function person(id: string, section: string, roles: Role[], more: Partial<PersonFacts> = {}): PersonFacts {
  const certificate = {
    categories: ['penalty'], regions: ['211103'], validFrom: '2024-01-01', validTo: '2028-12-31', status: 'valid',
  }; // prettier-ignore
  return {
    id, agency: 'ours', section, roles, certificate, legalExam: false, trainedYears: [2026], hiredOn: '2015-01-01', leftOn: null, leave: [], ...more,
  }; // prettier-ignore
}
const lawyer = { legalExam: true };
const uncertified = { certificate: null };

// prettier-ignore
const people: PersonFacts[] = [
  ...['h1', 'h2', 'h3', 'h4'].map((id) => person(id, 'A', ['handler'])),
  person('hB', 'B', ['handler']),
  person('f1', 'A', ['firstReviewer']), person('f2', 'A', ['firstReviewer']), person('fB', 'B', ['firstReviewer']),
  person('sA', 'A', ['sectionHead']), person('sB', 'B', ['sectionHead']),
  person('q1', 'L', ['legalHead'], lawyer), person('q2', 'L', ['legalHead'], lawyer),
  person('r1', 'L', ['legalReviewer'], lawyer), person('r2', 'L', ['legalReviewer'], lawyer), person('r3', 'L', ['legalReviewer'], lawyer),
  person('a1', 'X', ['adviser'], lawyer), person('a2', 'X', ['adviser'], lawyer),
  ...['l1', 'l2', 'l3', 'l4', 'l5'].map((id) => person(id, 'Z', ['leader'], uncertified)),
  person('p1', 'O', ['publisher'], uncertified), person('p2', 'O', ['publisher'], uncertified), person('d1', 'O', ['archivist'], uncertified),
  person('y1', 'O', ['systemAdmin'], uncertified), person('c1', 'O', ['securityAdmin'], uncertified), person('t1', 'O', ['auditAdmin'], uncertified),
  person('o1', 'S', ['overseer'], { agency: 'bureau' }), person('oX', 'S', ['overseer'], { agency: 'elsewhere' }), person('rX', 'L', ['legalReviewer'], { agency: 'pool', ...lawyer }),
];

/** An agency of two sections in which every duty is held by somebody else; l2 is in charge of section A, l3 of the legal section. */
export function smallAgency(
  change: {
    people?: Record<string, Partial<PersonFacts>>;
    duties?: Partial<Facts['duties']>;
    relaxations?: Facts['relaxations'];
  } = {},
): Facts {
  return {
    version: 1,
    relaxations: change.relaxations ?? {},
    persons: Object.fromEntries(people.map((one) => [one.id, { ...one, ...change.people?.[one.id] }])),
    duties: {
      agency: 'ours', regions: ['211103', '211100', '210000'], section: 'A', firstReviewer: 'f1', sectionHead: 'sA', leaderInCharge: 'l2', legalHead: 'q1',
      legalLeaderInCharge: 'l3', legalReviewers: ['r1', 'r2', 'r3'], chair: 'l1', members: ['l1', 'l2', 'l3', 'l4', 'l5'], quorum: 4, overseenBy: 'bureau',
      ...change.duties,
    },
  }; // prettier-ignore
}

export function filing(change: Partial<Filing> = {}): Filing {
  return {
    caseId: 'C', agency: 'ours', section: 'A', category: 'penalty', certificateCategory: 'penalty', field: '安全生产', procedure: 'ordinary', partyKind: 'organisation',
    onApplication: true, execution: true, difficult: false, severalLegalRelations: false, majorPublicInterest: false, byLaw: false, requiredMaterials: ['调查终结报告'],
    overallOverride: null, hearingThreshold: { organisationFen: 5_000_000, personFen: 500_000 }, ...change,
  }; // prettier-ignore
}
