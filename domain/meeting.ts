import type { Duties, Facts, MeetingInput } from './command.ts';
import { presence, separation } from './duties.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { CaseState, Millis, PersonId } from './state.ts';

/** A meeting (集体讨论, 行政处罚法 57) with all by which it is judged: the collective, and who is recused from the case. */
export interface Sitting {
  meeting: MeetingInput;
  collective: Pick<Duties, 'members' | 'quorum' | 'chair'>;
  /** Recused from the case before, whatever the minutes say. */
  recused: readonly PersonId[];
}

export interface Attendance {
  /** 应到: every member of the collective. */
  due: PersonId[];
  /** 实到: members who are present and may vote. */
  attending: PersonId[];
  /** 缺席 */
  absent: PersonId[];
  /** 回避: for this meeting or for the case. */
  recused: PersonId[];
  quorum: number;
  /** 达到法定人数 */
  reached: boolean;
}

/** Who of the collective is there, absent or recused, and whether that is a quorum. Each person counts once. */
export function attendanceOf({ meeting, collective, recused }: Sitting): Attendance {
  const { members: due, quorum } = collective;
  const out = due.filter((member) => meeting.recused.includes(member) || recused.includes(member));
  const attending = due.filter((member) => meeting.present.includes(member) && !out.includes(member));
  const absent = due.filter((member) => meeting.absent.includes(member));
  return { due, attending, absent, recused: out, quorum, reached: attending.length >= quorum };
}

export interface Tally {
  agree: number;
  disagree: number;
  abstain: number;
  voting: number;
  /** More than half of all votes agree. */
  carried: boolean;
}

/** 多数决定: abstentions count among the votes, not as agreement. */
export function tallyOf({ votes }: Pick<MeetingInput, 'votes'>): Tally {
  const count = (wanted: MeetingInput['votes'][number]['vote']) => votes.filter(({ vote }) => vote === wanted).length;
  const agree = count('agree');
  const counted = { agree, disagree: count('disagree'), abstain: count('abstain') };
  return { ...counted, voting: votes.length, carried: agree * 2 > votes.length };
}

/** Every member is listed, nobody as both present and absent, and there is a result. */
export function listingProblem({ meeting, collective }: Sitting): Refusal | null {
  const { present, absent, recused, result } = meeting;
  const listed = [...present, ...absent, ...recused];
  const missing = collective.members.filter((member) => !listed.includes(member));
  const twice = present.filter((person) => absent.includes(person));
  return missing.length + twice.length > 0 || !result
    ? refuse('meeting.opinionMissing', { missing, twice, result })
    : null;
}

/** 达到法定人数: those who are recused do not count as attending. */
export function quorumProblem(sitting: Sitting): Refusal | null {
  const { due, attending, quorum, reached } = attendanceOf(sitting);
  return reached ? null : refuse('meeting.noQuorum', { members: due.length, attending: attending.length, quorum });
}

/** Whoever is recused says nothing and does not vote (行政处罚法 43). */
export function recusalProblem({ meeting, recused }: Sitting): Refusal | null {
  const out = [...meeting.recused, ...recused];
  const took = meeting.votes.map(({ person }) => person).filter((person) => out.includes(person));
  return took.length > 0 ? refuse('meeting.recusedTookPart', { persons: took }) : null;
}

/** One opinion and one vote of each member who attended, and none of an absent one; others may attend and explain. */
export function voteProblem(sitting: Sitting): Refusal | null {
  const { members } = sitting.collective;
  const { attending } = attendanceOf(sitting);
  const votes = sitting.meeting.votes.filter(({ person }) => members.includes(person));
  const silent = attending.filter(
    (member) =>
      votes.filter(({ person, opinionGiven, vote }) => person === member && opinionGiven && vote).length !== 1,
  );
  return silent.length > 0 || votes.length !== attending.length
    ? refuse('meeting.opinionMissing', { missing: silent, votes: votes.length, attending: attending.length })
    : null;
}

/** The majority decides; the head of the agency may depart from it with reasons (行政处罚法 57). */
export function majorityProblem(
  { meeting, collective }: Sitting,
  { actor, headReasons }: { actor: PersonId; headReasons: boolean },
): Refusal | null {
  const { agree, voting, carried } = tallyOf(meeting);
  if (meeting.result !== 'issuing' || carried) return null;
  const headDeparts = actor === collective.chair && headReasons;
  return headDeparts ? null : refuse('meeting.noMajority', { agreeing: agree, voting });
}

/** Why this member may not vote on the case: another part in it, recusal, leave, not in office; null where they may. */
export function voterProblem(state: CaseState, person: PersonId, facts: Facts, now: Millis): Refusal | null {
  return (
    separation(state, person, 'decider', facts.relaxations) ??
    presence(facts.persons[person], now) ??
    (facts.duties.members.includes(person) ? null : refuse('role.missing', { person, needed: ['leader'] }))
  );
}
