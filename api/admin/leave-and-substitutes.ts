import { checkLeave, leaveOf } from '../../domain/administration/check-leave.ts';
import { breakMessages, type Break } from '../../domain/administration/import-breaks.ts';
import type { Leave, PersonRecord } from '../../domain/administration/records.ts';
import type { Day } from '../../domain/calendar.ts';
import { roles, type Role } from '../../domain/process.ts';
import { findPeople } from '../../prisma/administration/people.ts';
import type { Transaction } from '../../prisma/client.ts';
import { namesOf } from '../../prisma/names.ts';
import { problem } from '../problem.ts';
import type { LeaveReadingAnswer } from '../schemas/leave.ts';
import { actsFor, demandRole, type Acting } from './authority.ts';
import { leaveAfter } from './leave.ts';

type Asked = NonNullable<LeaveReadingAnswer['asked']>;
type People = ReadonlyMap<string, PersonRecord>;
interface Period {
  from: Day;
  to: Day;
}

/**
 * A person's leave, for whom they stand in, and of days that are asked about which colleague may stand in, of the others why
 * not; told to that person, or to the system administrator who may enter it for them.
 * @throws Problem 403 role.missing, admin.keptApart for who asks about somebody else; 404 person.unknown for nobody of an
 * agency that the administrator acts for
 */
export async function leaveAndSubstitutes(
  acting: Acting,
  id: string,
  period: Period | null,
  today: Day,
): Promise<LeaveReadingAnswer> {
  const { transaction, actor } = acting;
  const own = id === actor.personId;
  if (!own) demandRole(acting, 'systemAdmin');
  const [person] = await findPeople(transaction, { id });
  if (!person || !(own || (await actsFor(acting, 'systemAdmin', person.agency)))) throw problem('person.unknown');
  const everybody = await findPeople(transaction, { agencyId: person.agency });
  const people: People = new Map(everybody.map((one) => [one.id, one]));
  const nameOf = (one: string) => people.get(one)?.name ?? one;
  return {
    leave: leaveOf(person).map(({ from, to, kind = null, substitute = null }) => ({
      ...{ from, to, kind, substitute, substituteName: substitute && nameOf(substitute) },
      when: to < today ? ('past' as const) : from > today ? ('coming' as const) : ('now' as const),
    })),
    standsInFor: everybody.flatMap((other) =>
      leaveOf(other)
        .filter(({ substitute, to }) => substitute === id && to >= today)
        .map(({ from, to }) => ({ name: other.name, from, to })),
    ),
    asked: period && (await judged(transaction, { person, own, period, people, today })),
  };
}

interface Judging {
  person: PersonRecord;
  own: boolean;
  period: Period;
  people: People;
  today: Day;
}

async function judged(transaction: Transaction, { person, own, period, people, today }: Judging) {
  const tried = (substitute?: string) => {
    const enter: Leave = { ...period, ...(substitute && { substitute }) };
    const leave = leaveAfter(person, { person: person.id, enter }) as unknown as PersonRecord['leave'];
    return checkLeave({ ...person, leave }, people, leaveOf(person))[0];
  };
  const alone = tried();
  const problemSaid = alone ? said(alone, people, own) : null;
  if (problemSaid) return { problem: problemSaid, substitutes: [] } satisfies Asked;
  const others = [...people.values()].filter(({ id, leftOn }) => id !== person.id && !(leftOn && leftOn <= today));
  const { sections } = await namesOf(transaction, { sections: others.map(({ section }) => section) });
  const substitutes = others.map(({ id, name, title, section }) => {
    const wrong = tried(id);
    return { id, name, title, sectionName: sections.get(section) ?? '', why: wrong ? said(wrong, people, own) : null };
  });
  return { problem: null, substitutes } satisfies Asked;
}

/** What is wrong, as it is said to the person (`own`) or of them: with the roles and the names instead of where they stand in the answer. */
function said({ code, details = {} }: Break, people: People, own: boolean): NonNullable<Asked['problem']> {
  const listed = (name: string) => (details[name] ?? []) as string[];
  if (code === 'leave.substituteRole') {
    const missing = listed('missing').map((role) => roles[role as Role]).join('、'); // prettier-ignore
    return {
      code,
      zh: `没有${own ? '您' : '休假人'}办理任务所需的角色：${missing}`,
      en: `does not hold every role in which ${own ? 'you' : 'they'} take tasks`,
    };
  }
  if (code === 'leave.substituteAway') {
    return { code, zh: '在此期间休假且无人替岗、离任或者尚未到岗', en: 'is away then, with nobody standing in' };
  }
  if (code === 'leave.ring') {
    const names = listed('ring').map((id) => people.get(id)?.name ?? id);
    return { code, zh: `会成为互相替岗：${names.join('→')}`, en: `would stand in in a ring: ${names.join(' → ')}` };
  }
  if (code === 'leave.overlaps') {
    const { from, to } = details['other'] as Period;
    return { code, zh: `与${own ? '您' : '该人员'}${from}至${to}的休假重叠；请更正日期，或者先改那一次。`, en: `It overlaps ${own ? 'your' : 'their'} leave ${from} to ${to}; correct the days, or change that one first.` }; // prettier-ignore
  }
  return { code, ...breakMessages[code] };
}
