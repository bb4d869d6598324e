import { absenceOf, type Asked } from './absence.ts';
import { dayOf } from './calendar.ts';
import type { Facts } from './command.ts';
import { nextHead } from './heads.ts';
import type { Holder } from './process.ts';
import type { Refusal } from './refusal.ts';
import type { Absent, CaseState, Filing, Millis, PersonId, StandIn } from './state.ts';
import { lastInLine } from './substitutes.ts';
import { taskProblem } from './task-problem.ts';

/** All that the question who holds a task may look at; `state` with what the command itself adds to who took part. */
export interface Falling {
  state: CaseState;
  filing: Filing;
  facts: Facts;
  now: Millis;
}

/** Who holds a task when those to whom it falls may be away. */
export interface Held {
  holder: PersonId[];
  standIns: StandIn[];
  /** Who holds it and cannot do it, with nobody standing in. */
  absent: Absent[];
  /** The heads who are told of them. */
  told: PersonId[];
}

/**
 * Who holds a task that falls to `natural`: whoever is on leave is stood in for by the substitute named for that day, and where
 * that one may not or cannot do it, the task goes to the next head who is there, to hand it on. Without a substitute, after
 * leaving, without the role or the certificate it stays where it fell, and the head is told.
 */
export function heldBy(natural: PersonId[], task: Holder, falling: Falling): Held {
  const { state, filing, facts, now } = falling;
  const held: Held = { holder: [], standIns: [], absent: [], told: [] };
  for (const person of natural) {
    const known = facts.persons[person];
    const absence = known ? absenceOf(known, { task, filing, facts, now }) : null;
    const substitute = absence?.substitute && lastInLine(absence.substitute, facts, dayOf(now));
    const problem = substitute ? unfit(substitute, person, task, falling, held.holder) : null;
    const by = problem ? presentHead([person], task, falling) : substitute;
    if (absence?.until && by) {
      held.standIns.push({ for: person, by, until: absence.until, because: problem ? problem.code : 'onLeave' });
    } else if (absence) {
      held.absent.push({ person, kind: absence.kind, since: absence.since });
    }
    held.holder.push((absence && by) || person);
  }
  const head = held.absent.length > 0 ? presentHead(held.absent.map(({ person }) => person), task, falling) : null; // prettier-ignore
  const holder = [...new Set(held.holder)].filter((person) => !state.recused.includes(person));
  return { ...held, holder, told: head ? [head] : [] };
}

function unfit(
  substitute: PersonId,
  away: PersonId,
  task: Holder,
  { state, filing, facts, now }: Falling,
  already: PersonId[],
): Refusal | null {
  // Two certified handlers always remain: one of them does not stand in for the other, nor one person for both.
  const others = task === 'handlers' ? [...state.handlers, ...already].filter((person) => person !== away) : [];
  return taskProblem(task, substitute, others, { state, filing, facts, now });
}

/** The next head above these persons who is in office and not on leave. */
function presentHead(below: PersonId[], task: Holder, { filing, facts, now }: Falling): PersonId | null {
  const asked: Asked = { task: null, filing, facts, now };
  const passed = [...below];
  for (let head = nextHead(passed, task, facts.duties); head; head = nextHead(passed, task, facts.duties)) {
    const person = facts.persons[head];
    if (!person || !absenceOf(person, asked)) return head;
    passed.push(head);
  }
  return null;
}
