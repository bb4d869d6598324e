import { dayOf } from '../calendar.ts';
import type { MeetingInput } from '../command.ts';
import { contentProblem } from '../gate.ts';
import {
  listingProblem,
  majorityProblem,
  quorumProblem,
  recusalProblem,
  voteProblem,
  voterProblem,
  type Sitting,
} from '../meeting.ts';
import { refuse } from '../refusal.ts';
import { requirements, type Check, type Context } from './requirement.ts';

const nothing: MeetingInput = {
  present: [], absent: [], recused: [], votes: [], result: null, materialChange: false,
}; // prettier-ignore

function meetingOf({ command }: Context): MeetingInput {
  return command.input.meeting ?? nothing;
}

function sittingOf(context: Context): Sitting {
  const { state, command } = context;
  return { meeting: meetingOf(context), collective: command.facts.duties, recused: state.recused };
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
  // 行政处罚法 58: what is discussed was reviewed before.
  afterReview({ state, command }) {
    const { meetingAt } = command.input;
    const reviewed = state.review?.givenAt ?? null;
    const before = meetingAt !== undefined && reviewed !== null && dayOf(meetingAt) < dayOf(reviewed);
    return before ? refuse('meeting.beforeReview', { reviewed: dayOf(reviewed) }) : null;
  },
  meetingHeld: unlessPostponed(({ state, now }) =>
    state.meeting && dayOf(now) < dayOf(state.meeting.at)
      ? refuse('meeting.notYet', { on: dayOf(state.meeting.at) })
      : null,
  ),
  convened: ({ state }) => (state.meeting ? null : refuse('meeting.notConvened')),
  membersListed: unlessPostponed((context) => listingProblem(sittingOf(context))),
  quorum: unlessPostponed((context) => quorumProblem(sittingOf(context))),
  recusedAway: unlessPostponed((context) => recusalProblem(sittingOf(context))),
  everyVote: unlessPostponed((context) => voteProblem(sittingOf(context))),
  votersEntitled: unlessPostponed((context) => {
    const { state, command, now } = context;
    for (const { person } of meetingOf(context).votes) {
      // Who voted was there on the day of the meeting, wherever they are when its minutes come on record.
      const problem = voterProblem(state, person, command.facts, state.meeting?.at ?? now);
      if (problem) return problem;
    }
    return null;
  }),
  noMaterialChange: unlessPostponed((context) => {
    const { result, materialChange } = meetingOf(context);
    return result === 'issuing' ? contentProblem(context.state, undefined, materialChange) : null;
  }),
  majority: unlessPostponed((context) => {
    const { actor, input } = context.command;
    return majorityProblem(sittingOf(context), { actor, headReasons: input.given.includes('headReasons') });
  }),
});
