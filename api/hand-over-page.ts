import { dayOf } from '../domain/calendar.ts';
import type { Millis, PersonId } from '../domain/state.ts';
import { refusalMessages } from '../domain/refusal.ts';
import type { Transaction } from '../prisma/client.ts';
import { workCalendar } from '../prisma/deadlines.ts';
import { openTasksOf, taskHolders, type TaskHolder } from '../prisma/hand-over.ts';
import { whyNot } from './candidate-words.ts';
import { readFactsOf } from './facts.ts';
import { handOverProblem, mayHandOver, type HandOver } from './hand-over.ts';
import { describedRows } from './listed-case.ts';
import { readingReach, type Reader } from './policy.ts';
import { problem, problemOf } from './problem.ts';
import type { HandOverAnswer, HandOverPeopleAnswer } from './schemas/hand-over.ts';

const mostCases = 100;

/** @throws Problem 403 role.missing for whoever reads no case of their agency */
export function demandOwnCases({ roles }: Reader): void {
  if (!readingReach(roles).ownAgency) throw problemOf({ code: 'role.missing' });
}

/** Whose tasks there are to hand over: everybody of the agency with a part in cases, those with most in hand first. */
export async function handOverPeople(
  transaction: Transaction,
  { agency }: Reader,
  now: Millis,
): Promise<HandOverPeopleAnswer> {
  const holders = await taskHolders(transaction, [agency]);
  const items = holders.map((one) => {
    const { id, name, title, sectionName, inHand } = one;
    return { id, name, title, sectionName, inHand, ...awayNow(one, now) };
  });
  return { items: items.toSorted((one, other) => other.inHand - one.inHand) };
}

/**
 * The open tasks of one person, and for each what decide() says of each colleague of the role: the dry run of a hand-over.
 * @throws Problem 404 person.unknown
 */
export async function handOverPage(
  transaction: Transaction,
  { from, until, reader, now }: { from: PersonId; until: string | undefined; reader: Reader; now: Millis },
): Promise<HandOverAnswer> {
  const { agency, personId: actor } = reader;
  const { rows, total } = await openTasksOf(transaction, agency, from, mostCases);
  const places = [...new Set(rows.map(({ sectionId }) => sectionId))].map((section) => ({ agency, section }));
  const [first] = await readFactsOf(transaction, places.slice(0, 1), { persons: [actor, from], now });
  const { pooledReviewers, signOffElsewhere } = first?.relaxations ?? {};
  const agencies = [agency, ...(pooledReviewers?.agencies ?? []), ...(signOffElsewhere?.agencies ?? [])];
  const holders = await taskHolders(transaction, [...new Set(agencies)]);
  const person = holders.find(({ id }) => id === from);
  if (!person || person.agency !== agency) throw problem('person.unknown');
  const colleagues = holders.filter(({ id, leftOn }) => id !== from && !(leftOn && leftOn <= dayOf(now)));
  const persons = [actor, from, ...colleagues.map(({ id }) => id)];
  const facts = await readFactsOf(transaction, places, { persons, now });
  const described = await describedRows(transaction, rows, now, await workCalendar(transaction));
  const cases = rows.map(({ state, sectionId }, n) => {
    const { id, title, partyName, documentNo, due, stage, stageName, stageNameEn, round } = described[n]!;
    const about = { id, title, partyName, documentNo, due, stage, stageName, stageNameEn, round };
    const { filing } = state;
    if (!filing) throw problem('case.unknown');
    const known = facts[places.findIndex(({ section }) => section === sectionId)]!;
    return { ...about, ...judged({ state, filing, facts: known, actor, from, until, now }, colleagues) };
  });
  const named = new Set(cases.flatMap(({ to }) => to.map((one) => one.person)));
  return {
    action: until ? 'delegate' : 'reassign',
    person: { id: person.id, name: person.name, title: person.title, sectionName: person.sectionName },
    total,
    colleagues: colleagues
      .filter(({ id }) => named.has(id))
      .map(({ id, name, sectionName, inHand }) => ({ id, name, sectionName, inHand })),
    cases,
  };
}

/** Colleagues without the role are no candidates and are left out. */
function judged(asked: HandOver, colleagues: TaskHolder[]): Pick<HandOverAnswer['cases'][number], 'mayNot' | 'to'> {
  const refused = mayHandOver(asked);
  if (refused) return { mayNot: { code: refused.code, ...refusalMessages[refused.code] }, to: [] };
  const to = colleagues.flatMap(({ id }) => {
    const refusal = handOverProblem(id, asked);
    if (refusal?.code === 'role.missing') return [];
    return [{ person: id, why: refusal && whyNot(refusal) }];
  });
  return { mayNot: null, to };
}

function awayNow(
  { leftOn, leave }: TaskHolder,
  now: Millis,
): Pick<HandOverPeopleAnswer['items'][number], 'away' | 'awayUntil'> {
  const today = dayOf(now);
  if (leftOn && leftOn <= today) return { away: 'left', awayUntil: null };
  const current = leave.find(({ from, to }) => from <= today && today <= to);
  return current ? { away: 'onLeave', awayUntil: current.to } : { away: null, awayUntil: null };
}
