import { dayOf } from '../domain/calendar.ts';
import type { DutyGroup } from '../domain/process.ts';
import type { CaseRecord } from './case-record.ts';

/** Nobody has two of the groups on one case; only a hearing's chair may be somebody else than a handler too. */
export function differentPeople(record: CaseRecord): string[] {
  const groups = new Map<string, Set<DutyGroup>>();
  for (const { person, as } of partsOf(record)) groups.set(person, (groups.get(person) ?? new Set()).add(as));
  const relaxed = headMayReviewFirst(record);
  return [...groups].flatMap(([person, had]) => {
    const apart = [...had].filter((group) => group !== 'hearingChair');
    const clash = had.has('hearingChair') && had.has('handler') ? ['handler', 'hearingChair'] : apart;
    const pair = clash.length === 2 && clash.includes('firstReviewer') && clash.includes('sectionHead');
    return clash.length < 2 || (pair && relaxed) ? [] : [`${person} is ${clash.join(' and ')}`];
  });
}

function partsOf({ steps, reviews, folded }: CaseRecord): { person: string; as: DutyGroup }[] {
  const decided = steps.filter(({ event }) => ['recordMeeting', 'approveAsLeader'].includes(event.type));
  return [
    ...steps.flatMap(({ event }) => event.took),
    ...folded.tookPart,
    ...folded.handlers.map((person) => ({ person, as: 'handler' as const })),
    ...reviews.map(({ reviewer }) => ({ person: reviewer, as: 'legalReviewer' as const })),
    ...reviews.map(({ signed_by }) => ({ person: signed_by, as: 'legalHead' as const })),
    ...decided.map(({ event }) => ({ person: event.actor, as: 'decider' as const })),
  ];
}

/** A relaxation for small agencies, in a pack that began before the case's last event. */
function headMayReviewFirst({ packs, folded }: CaseRecord): boolean {
  const today = dayOf(folded.lastAt);
  return packs.some((pack) => pack.effective_from <= today && pack.relaxations.headDoesFirstReview !== undefined);
}
