import { dayOf, type Day } from './calendar.ts';
import { certificateProblem } from './certificate.ts';
import type { Facts, PersonFacts } from './command.ts';
import { taskOf } from './holder.ts';
import type { Holder, Role } from './process.ts';
import type { Filing, Millis, PersonId } from './state.ts';

/** 离任、没有角色、没有当日有效的执法证件、休假. */
export type AbsenceKind = 'left' | 'noRole' | 'certificate' | 'onLeave';

/** Why a person cannot do a task: since which day where one is known; of a leave its last day, and who stands in. */
export interface Absence {
  kind: AbsenceKind;
  since: Day | null;
  until?: Day;
  substitute?: PersonId;
}

/** The task that is asked about; of `null` only presence is asked, as of a head who is to hand it on. */
export interface Asked {
  task: Holder | null;
  filing: Pick<Filing, 'certificateCategory'>;
  facts: Pick<Facts, 'duties' | 'relaxations'>;
  now: Millis;
}

/**
 * Why this person cannot do this task now, or null: left, without the role, as a handler without a certificate that covers the
 * case (行政处罚法 42), on leave; in this order. absence_of() in the database says the same.
 */
export function absenceOf(person: PersonFacts, { task, filing, facts, now }: Asked): Absence | null {
  const day = dayOf(now);
  if (person.leftOn && person.leftOn <= day) return { kind: 'left', since: person.leftOn };
  if (person.hiredOn && person.hiredOn > day) return { kind: 'left', since: person.hiredOn };
  const roles = rolesFor(task, facts);
  if (roles && !roles.some((role) => person.roles.includes(role))) return { kind: 'noRole', since: null };
  if (task === 'handlers' && certificateProblem(person, filing.certificateCategory, facts, now)) {
    return { kind: 'certificate', since: person.certificate?.validTo ?? null };
  }
  const leave = person.leave.find(({ from, to }) => from <= day && day <= to);
  if (!leave) return null;
  const { from, to, substitute } = leave;
  return { kind: 'onLeave', since: from, until: to, ...(substitute && { substitute }) };
}

function rolesFor(task: Holder | null, { relaxations }: Asked['facts']): Role[] | null {
  const asked = task && taskOf[task];
  if (!asked) return null;
  return task === 'firstReviewer' && relaxations.headDoesFirstReview ? [asked.role, 'sectionHead'] : [asked.role];
}
