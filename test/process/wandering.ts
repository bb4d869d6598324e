import fc from 'fast-check';
import type { CaseEvent, CommandInput } from '../../domain/command.ts';
import { actions, type Action } from '../../domain/process.ts';
import { caseIn } from '../support/case-in-stage.ts';
import { answers, draft, meeting, plausibleInput, proposal } from '../support/plausible-input.ts';
import type { PureCase } from '../support/pure-case.ts';
import { smallAgency } from '../support/small-agency.ts';

/** An agency so small that people hold several roles: whatever the roles allow, the separation must forbid. */
export const crowded = smallAgency({
  people: {
    h2: { roles: ['handler', 'firstReviewer', 'legalReviewer'], legalExam: true },
    f1: { roles: ['firstReviewer', 'handler', 'adviser'] },
    sA: { roles: ['sectionHead', 'firstReviewer', 'handler'] },
    r1: { roles: ['legalReviewer', 'legalHead'], legalExam: true },
    q1: { roles: ['legalHead', 'legalReviewer', 'adviser'], legalExam: true },
    l4: { roles: ['leader', 'legalReviewer'], legalExam: true },
    l5: { roles: ['leader', 'handler'] },
  },
});
const people = Object.keys(crowded.persons);
const all = Object.keys(actions) as Action[];

export interface Move {
  action: number;
  actor: number;
  /** Chooses among the variants of an input. */
  twist: number;
  /** Most moves go on with what the stage is for; the others are anything by anybody. */
  wild: boolean;
  hours: number;
}
export const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({ action: fc.nat(1000), actor: fc.nat(1000), twist: fc.nat(1000), wild: fc.boolean(), hours: fc.nat(60) }),
  { maxLength: 40, size: 'max' },
);
export const beginnings = fc.constantFrom(
  'investigating',
  'intake',
  'legalReview',
  'legalSignOff',
  'leaderApproval',
  'deliberation',
  'issuing',
  'fulfilment',
  'responding',
  'closing',
);

/** Walks a case by these moves; answers it with every event. */
export function walked(start: typeof beginnings extends fc.Arbitrary<infer S> ? S : never, way: Move[]): PureCase {
  const one = caseIn(start);
  one.facts = crowded;
  for (const move of way) {
    one.wait(move.hours * 3_600_000);
    const action = actionOf(one, move);
    const command = one.command('', action, twisted(one, action, move));
    const actors = move.wild
      ? [people[move.actor % people.length]!]
      : people.map((_, index) => people[(index + move.actor) % people.length]!);
    actors.some((actor) => one.attempt({ ...command, actor }));
  }
  return one;
}

const aside: Action[] = [
  'addRecord',
  'recordNotice',
  'recordAnswer',
  'recordHearing',
  'suspend',
  'recuse',
  'reassign',
  'delegate',
  'addReviewer',
  'withdrawSubmission',
  'terminate',
  'transfer',
  'comment',
  'urge',
];

function actionOf({ state }: PureCase, { action, wild }: Move): Action {
  const here = all.filter((name) => (actions[name].from as readonly string[]).includes(state.stage));
  const forward = here.filter((name) => !aside.includes(name) && actions[name].from.length < 9);
  const choice = wild || forward.length === 0 ? all : action % 4 === 0 ? aside : forward;
  return choice[Math.floor(action / 4) % choice.length]!;
}

function one<Value>(list: readonly Value[], twist: number): Value {
  return list[twist % list.length]!;
}

function twisted(file: PureCase, action: Action, { twist, actor }: Move): Partial<CommandInput> {
  const person = one(people, twist);
  const { state } = file;
  switch (action) {
    case 'saveDraft':
      return {
        draft: draft(proposal(one([18_000, 17_000, 19_000], twist)), `text ${state.seq}`),
        given: one([[], ['newFacts']], actor),
      };
    case 'acceptForReview':
      return { reviewer: person };
    case 'consultAdviser':
      return { adviser: person };
    case 'giveOpinion':
      return {
        verdict: one(['agree', 'agree', 'disagree', 'transfer', 'correct'] as const, twist),
        items: answers(one([{}, {}, {}, { factsClear: null }], actor)),
      };
    case 'recordAnswer':
      return {
        answer: one(
          [
            { kind: 'waived', hearing: null },
            { kind: 'statement', hearing: null },
            { kind: 'statement', hearing: 'requested' },
            { kind: 'none', hearing: null },
          ] as const,
          twist,
        ),
      };
    case 'addRecord':
      return { record: { id: `E${state.seq}`, isEvidence: twist % 3 > 0 } };
    case 'issueDecision':
      return one([{}, {}, {}, { edited: {} }, { contentVersion: 1 }, { given: ['lateReason'] }], twist);
    case 'recordMeeting':
      return {
        meeting: one(
          [
            meeting(),
            meeting(),
            meeting({ result: 'investigating' }),
            meeting({ result: 'postponed' }),
            meeting({ recused: ['l4'] }, ['l1', 'l2', 'l3', 'l5']),
            meeting({ absent: ['l4'] }, ['l1', 'l2', 'l3', 'l5']),
          ],
          twist,
        ),
      };
    case 'concludeCoordination':
      return { target: one(['investigating', 'legalReview', 'issuing'], twist) };
    case 'reassign':
    case 'delegate':
      return {
        ...plausibleInput(file, action),
        from: one([...state.holder, ...state.handlers], actor),
        to: person,
        until: '2026-12-31',
      };
    case 'addReviewer':
      return { to: person };
    case 'recuse':
      return { person };
    case 'annulDecision':
      return { redo: twist % 2 === 0 };
    default:
      return {};
  }
}

/** The groups as the events tell them, reckoned apart from the program's own memory. */
export function groupsOf(events: CaseEvent[]): Record<string, Set<string>> {
  const by = (type: Action) => events.filter((event) => event.type === type).map(({ actor }) => actor);
  const voters = events
    .filter(({ type, stage }) => type === 'recordMeeting' && stage !== 'deliberation')
    .flatMap(({ input }) => input.meeting?.votes ?? []);
  return {
    handlers: new Set(events.flatMap(({ handlers }) => handlers ?? [])),
    firstReviewers: new Set(by('passFirstReview')),
    sectionHeads: new Set(by('signOffSection')),
    legalReviewers: new Set(by('giveOpinion')),
    legalHeads: new Set(by('approveOpinion')),
    advisers: new Set(by('advise')),
    deciders: new Set([...by('approveAsLeader'), ...voters.map(({ person }) => person)]),
  };
}
