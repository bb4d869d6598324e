import { shanghai } from '../../domain/calendar.ts';
import { formatDocumentNumber, parseDocumentNumber } from '../../domain/document-number.ts';
import { actions, type Action } from '../../domain/process.ts';
import { ownNumber } from '../../faults/own-number.ts';
import { readStoryFolder } from '../../rehearsal/story-folder.ts';
import { journeysIn } from '../replay/journeys.ts';
import { upTo, type Told } from '../support/stories.ts';

/** A command that meets a crash: what comes before it in its case, and the next lawful one. */
export interface Subject {
  /** As the table calls it. */
  name: string;
  before: Told[];
  told: Told;
  next: Told;
  /** The code of the refusal it must get. */
  refused?: string;
  /** False where it is refused before anything is to be recorded. */
  isRecorded: boolean;
}

const journeys = Object.entries(journeysIn(0));
/** A decision that names the review behind it: not that of a summary case, which has none. */
const reviewed: Action[] = ['issueDecision'];

/** The actions of the process that no journey takes: no row can be about them. */
export function withoutJourney(): Action[] {
  return (Object.keys(actions) as Action[]).filter((action) => !journeyWith(action));
}

/** The action in the case that comes to it soonest; `place` gives the case numbers of its own. */
export function lawful(action: Action, place: number[]): Subject {
  const { before, told, next } = cut(action, place);
  return { name: action, before, told, next, isRecorded: true };
}

/** A number that is not the next: only record() can tell. The lawful number is the next command. */
export function refusedByRecord(place: number[]): Subject {
  const { before, told } = cut('approveOpinion', place);
  const number = parseDocumentNumber(String(told.body['opinionNo']))!;
  const opinionNo = formatDocumentNumber({ ...number, serial: number.serial + 7 });
  const wrong = { ...told, body: { ...told.body, opinionNo } };
  const name = 'approveOpinion with a number that is not the next';
  return { name, before, told: wrong, next: told, refused: 'number.notNext', isRecorded: true };
}

/** A decision that nothing has passed for: the law says no before anything is recorded. */
export function refusedByLaw(place: number[]): Subject {
  const { before, told } = cut('addRecord', place);
  const early = { ...told, action: 'issueDecision', body: {} };
  return {
    name: 'issueDecision without a pass',
    before,
    told: early,
    next: told,
    refused: 'gate.noPass',
    isRecorded: false,
  };
}

function cut(action: Action, place: number[]): Pick<Subject, 'before' | 'told' | 'next'> {
  const found = journeyWith(action);
  if (!found) throw new Error(`no journey takes ${action}`);
  const requests = found.map(numbered(place));
  const before = upTo(requests, action, { included: false });
  const [told, next] = requests.slice(before.length);
  return { before, told: told!, next: next ?? supervision(requests[0]!, told!) };
}

function journeyWith(action: Action): Told[] | undefined {
  const ways = journeys
    .filter(([name]) => name !== 'story-summary' || !reviewed.includes(action))
    .map(([, requests]) => requests)
    .filter((requests) => requests.some((told) => told.action === action));
  return ways.sort((left, right) => upTo(left, action).length - upTo(right, action).length)[0];
}

function numbered(place: number[]): (told: Told) => Told {
  const own = ownNumber(place);
  return (told) => ({ ...told, ...own(told) });
}

/** Where a journey ends, the agency that oversees it can still act: lawful in every stage. */
function supervision(filing: Told, last: Told): Told {
  const { agencies, people } = readStoryFolder('demo').organisation;
  const agency = people.find(({ id }) => id === filing.person)!.agency;
  const above = agencies.find(({ id }) => id === agency)!['overseenBy'];
  const overseer = people.find((person) => person.agency === above && person.roles.includes('overseer'))!;
  const at = shanghai(Date.parse(last.at) + 60_000);
  return { action: 'openSupervision', person: overseer.id, body: { reason: '抽查', requires: '说明' }, at };
}
