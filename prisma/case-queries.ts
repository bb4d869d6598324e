import { shanghai } from '../domain/calendar.ts';
import type { CaseState } from '../domain/state.ts';
import type { FilingWords } from './case-file.ts';
import type { Transaction } from './client.ts';
import { packsOf, type ParameterPack } from './deadlines.ts';
import { history, type StoredEvent } from './events.ts';
import type { Publication } from './generated/client.ts';
import { namesOf, type NamedPerson } from './names.ts';

export interface CaseRow {
  agencyId: string;
  sectionId: string;
  category: string;
  procedure: string;
  state: CaseState;
  filed: FilingWords;
  events: StoredEvent[];
  contentVersions: { version: number; hash: string; createdBy: string; words: unknown }[];
  /** Names of everybody in the case, by person id. */
  names: Record<string, string>;
  /** Who holds the task, in their order, and where the case belongs, by name. */
  holders: NamedPerson[];
  agencyName: string;
  sectionName: string;
  /** The agency's parameter packs, the earliest first. */
  packs: ParameterPack[];
  /** Of the latest decision that has one. */
  publication: Publication | null;
}

/** One case with what was filed, its history, content versions and its agency's parameter packs; null where the reader's agency may not see it. */
export async function readCase(transaction: Transaction, caseId: string): Promise<CaseRow | null> {
  const row = await transaction.caseFile.findUnique({ where: { id: caseId } });
  if (!row) return null;
  const filing = await transaction.caseFiling.findUniqueOrThrow({ where: { id: caseId } });
  const events = await history(transaction, caseId);
  const contentVersions = await transaction.contentVersion.findMany({
    where: { caseId },
    orderBy: { version: 'asc' },
    select: { version: true, hash: true, createdBy: true, words: true },
  });
  const { agencyId, sectionId, category, procedure } = row;
  const state = row.state as unknown as CaseState;
  const persons = [
    ...new Set([
      ...events.flatMap(({ event }) => [event.actor, ...(event.told ?? []), ...awayIn(event)]),
      ...events.flatMap(({ event, words }) => [...idsIn(event.input), ...idsIn(words)]),
      ...state.handlers,
      ...state.holder,
    ]),
  ];
  const people = await transaction.person.findMany({
    where: { id: { in: persons } },
    select: { id: true, name: true },
  });
  const named = await namesOf(transaction, { persons: state.holder, sections: [sectionId], agencies: [agencyId] });
  return {
    agencyId,
    sectionId,
    agencyName: named.agencies.get(agencyId) ?? '',
    sectionName: named.sections.get(sectionId) ?? '',
    holders: state.holder.flatMap((id) => named.persons.get(id) ?? []),
    category,
    procedure,
    state,
    filed: filing.filing as unknown as FilingWords,
    events,
    contentVersions,
    names: Object.fromEntries(people.map((person) => [person.id, person.name])),
    packs: await packsOf(transaction, agencyId),
    publication: await transaction.publication.findFirst({ where: { caseId }, orderBy: { decisionSeq: 'desc' } }),
  };
}

/** Who stood in, was stood in for or was absent. */
function awayIn({ standIns = [], absent = [] }: StoredEvent['event']): string[] {
  return [...standIns.flatMap((one) => [one.for, one.by]), ...absent.map(({ person }) => person)];
}

/** The last thing that happened in a case: what, by whom (id and name), when (ISO 8601, +08:00). */
export async function lastEvent(transaction: Transaction, caseId: string) {
  const event = await transaction.event.findFirst({ where: { caseId }, orderBy: { seq: 'desc' } });
  if (!event) return null;
  const person = await transaction.person.findUnique({ where: { id: event.actor }, select: { name: true } });
  const { type, actor, at, seq } = event;
  return { seq, type, actor, actorName: person?.name ?? null, at: shanghai(at.getTime()) };
}

/** Where a case stands, with all that the right to read it depends on. */
export interface CaseStanding {
  agency: string;
  overseenBy: string | null;
  involved: string[];
  state: CaseState;
}

/** Null where the reader's agency may not see the case. */
export async function readStanding(transaction: Transaction, caseId: string): Promise<CaseStanding | null> {
  const row = await transaction.caseFile.findUnique({
    where: { id: caseId },
    select: { agencyId: true, involved: true, state: true },
  });
  if (!row) return null;
  const agency = await transaction.agency.findUnique({ where: { id: row.agencyId }, select: { overseenBy: true } });
  const { agencyId, involved, state } = row;
  return { agency: agencyId, overseenBy: agency?.overseenBy ?? null, involved, state: state as unknown as CaseState };
}

const idForm = /^[\w-]{1,64}$/;

/** Whatever could be a person's id, at any depth: a reviewer who was named, members of a meeting. */
function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return idForm.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(idsIn);
}
