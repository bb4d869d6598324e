import { dayOf, isProvisional, shanghai, type Calendar } from '../domain/calendar.ts';
import type { Facts } from '../domain/command.ts';
import { standingProblem } from '../domain/decide.ts';
import { remainingInWords } from '../domain/listed-due.ts';
import { actions, categories, roles, stages } from '../domain/process.ts';
import type { CaseState, Millis, PersonId } from '../domain/state.ts';
import type { Transaction } from '../prisma/client.ts';
import { workCalendar } from '../prisma/deadlines.ts';
import type { ListedCase, ListedRow } from '../prisma/listed-cases.ts';
import { namesOf, type NamedPerson } from '../prisma/names.ts';
import { readFactsOf } from './facts.ts';
import type { ListedCaseAnswer } from './schemas/case-list.ts';

/** Rows as their reader sees them at a moment: what is asked of this person, who holds each, and how much time is left. */
export async function listedCases(
  transaction: Transaction,
  rows: ListedCase[],
  reader: PersonId,
  now: Millis,
): Promise<ListedCaseAnswer[]> {
  const described = await describedRows(transaction, rows, now, await workCalendar(transaction));
  const facts = await factsOf(transaction, rows, reader, now);
  return rows.map((row, index) => ({
    ...described[index]!,
    asked: askedOf(row, reader, facts.get(placeOf(row)), now),
    urged: urgedView(row.state),
  }));
}

/** Rows in words, for whoever reads them. */
export async function describedRows(
  transaction: Transaction,
  rows: ListedRow[],
  now: Millis,
  calendar: Calendar,
): Promise<Omit<ListedCaseAnswer, 'asked' | 'urged'>[]> {
  const { persons, sections, agencies } = await namesOf(transaction, {
    persons: rows.flatMap(({ holder }) => holder),
    sections: rows.map(({ sectionId }) => sectionId),
    agencies: rows.map(({ agencyId }) => agencyId),
  });
  return rows.map((row) => ({
    id: row.id,
    agency: row.agencyId,
    agencyName: agencies.get(row.agencyId) ?? '',
    section: row.sectionId,
    sectionName: sections.get(row.sectionId) ?? '',
    title: row.title,
    partyName: row.partyName,
    category: row.category,
    categoryName: categories[row.category],
    procedure: row.procedure,
    documentNo: row.documentNo,
    stage: row.stage,
    stageName: stages[row.stage].zh,
    stageNameEn: stages[row.stage].en,
    round: row.round,
    major: row.major,
    holders: row.holder.flatMap((id) => holderView(persons.get(id))),
    ...timeLeft(row, calendar, now),
    lastAt: shanghai(row.lastAt.getTime()),
  }));
}

const placeOf = ({ agencyId, sectionId }: ListedRow) => `${agencyId} ${sectionId}`;

/** What the organisation says of each section on the page, in one round trip. */
async function factsOf(transaction: Transaction, rows: ListedCase[], reader: PersonId, now: Millis) {
  const asked = rows.filter((row) => row.asked.length > 0);
  const places = new Map(asked.map((row) => [placeOf(row), { agency: row.agencyId, section: row.sectionId }]));
  const facts = await readFactsOf(transaction, [...places.values()], { persons: [reader], now });
  return new Map([...places.keys()].map((place, n) => [place, facts[n]!]));
}

function askedOf({ asked, state }: ListedCase, actor: PersonId, facts: Facts | undefined, now: Millis) {
  const { filing } = state;
  if (!filing || !facts) return [];
  const judged = asked.filter((action) => {
    const command = { id: '', action, actor, input: { given: [] }, wordsHash: '', facts, knownSeq: state.seq };
    return standingProblem(action, { state, filing, command, now }) === null;
  });
  return judged.map((action) => ({ action, label: actions[action].zh, labelEn: actions[action].en }));
}

function urgedView({ urged }: CaseState): ListedCaseAnswer['urged'] {
  if (!urged) return null;
  const { times, unanswered } = urged;
  return { times, unanswered, label: `催办 ${times} 次`, labelEn: `urged ${times} time${times === 1 ? '' : 's'}` };
}

function holderView(person: NamedPerson | undefined): ListedCaseAnswer['holders'] {
  if (!person) return [];
  return [{ ...person, roles: person.roles.map((role) => ({ role, label: roles[role] })) }];
}

function timeLeft({ firstDueAt, firstDueName, overallDueAt }: ListedRow, calendar: Calendar, now: Millis) {
  const at = firstDueAt?.getTime();
  const overallDue = overallDueAt ? dayOf(overallDueAt.getTime()) : null;
  if (at === undefined || !firstDueName) return { due: null, overallDue, overdue: false };
  const name = firstDueName as NonNullable<ListedCaseAnswer['due']>['name'];
  const provisional = isProvisional(calendar, dayOf(at));
  return {
    due: { name, at: shanghai(at), ...remainingInWords(calendar, at, now), provisional },
    overallDue,
    overdue: at < now,
  };
}
