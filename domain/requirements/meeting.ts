import { presence, separation } from '../duties.ts';
import { contentProblem } from '../gate.ts';
import { refuse } from '../refusal.ts';
import type { MeetingInput } from '../command.ts';
import { requirements, type Check, type Context } from './requirement.ts';

const nothing: MeetingInput = {
  present: [], absent: [], recused: [], votes: [], result: null, materialChange: false,
}; // prettier-ignore

function meetingOf({ command }: Context): MeetingInput {
  return command.input.meeting ?? nothing;
}

/** Those who attended and may vote: present, and recused neither here nor on the case. */
function voters({ state, command }: Context): string[] {
  const { present, recused } = command.input.meeting ?? nothing;
  return [...new Set(present)].filter((person) => !recused.includes(person) && !state.recused.includes(person));
}

/** A postponed meeting needs a call and nothing else. */
function unlessPostponed(check: Check): Check {
  return (context) => (meetingOf(context).result === 'postponed' ? null : check(context));
}

export const meetingRequirements = requirements({
  meetingCalled({ command }) {
    const { meetingAt, meeting } = command.input;
    return meetingAt !== undefined && (meeting?.present.length ?? 0) > 0 ? null : refuse('meeting.notConvened');
  },
  convened: ({ state }) => (state.meeting ? null : refuse('meeting.notConvened')),
  membersListed: unlessPostponed((context) => {
    const { present, absent, recused, result } = meetingOf(context);
    const listed = [...present, ...absent, ...recused];
    const missing = context.command.facts.duties.members.filter((member) => !listed.includes(member));
    const twice = present.filter((person) => absent.includes(person));
    return missing.length + twice.length > 0 || !result
      ? refuse('meeting.opinionMissing', { missing, twice, result })
      : null;
  }),
  quorum: unlessPostponed((context) => {
    const { quorum, members } = context.command.facts.duties;
    const attending = voters(context).filter((person) => members.includes(person)).length;
    return attending >= quorum ? null : refuse('meeting.noQuorum', { members: members.length, attending, quorum });
  }),
  recusedAway: unlessPostponed((context) => {
    const { recused, votes } = meetingOf(context);
    const out = [...recused, ...context.state.recused];
    const took = votes.map(({ person }) => person).filter((person) => out.includes(person));
    return took.length > 0 ? refuse('meeting.recusedTookPart', { persons: took }) : null;
  }),
  // One vote for each member who attended, and none of an absent one; others may attend and explain.
  everyVote: unlessPostponed((context) => {
    const { members } = context.command.facts.duties;
    const attending = voters(context).filter((person) => members.includes(person));
    const votes = meetingOf(context).votes.filter(({ person }) => members.includes(person));
    const silent = attending.filter(
      (member) =>
        votes.filter(({ person, opinionGiven, vote }) => person === member && opinionGiven && vote).length !== 1,
    );
    return silent.length > 0 || votes.length !== attending.length
      ? refuse('meeting.opinionMissing', { missing: silent, votes: votes.length, attending: attending.length })
      : null;
  }),
  votersEntitled: unlessPostponed((context) => {
    const { state, command, now } = context;
    const { facts } = command;
    for (const { person } of meetingOf(context).votes) {
      const known = facts.persons[person];
      const member = facts.duties.members.includes(person);
      const problem =
        separation(state, person, 'decider', facts.relaxations) ??
        presence(known, now) ??
        (member ? null : refuse('role.missing', { person, needed: ['leader'] }));
      if (problem) return problem;
    }
    return null;
  }),
  noMaterialChange: unlessPostponed((context) => {
    const { result, materialChange } = meetingOf(context);
    return result === 'issuing' ? contentProblem(context.state, undefined, materialChange) : null;
  }),
  majority: unlessPostponed((context) => {
    const { result, votes } = meetingOf(context);
    const agreeing = votes.filter(({ vote }) => vote === 'agree').length;
    const carried = agreeing * 2 > votes.length;
    const { command } = context;
    if (result !== 'issuing' || carried) return null;
    const headDeparts = command.actor === command.facts.duties.chair && command.input.given.includes('headReasons');
    return headDeparts ? null : refuse('meeting.noMajority', { agreeing, voting: votes.length });
  }),
});
