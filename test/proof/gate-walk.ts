import fc from 'fast-check';
import type { Command, CommandInput } from '../../domain/command.ts';
import { actions, type Action } from '../../domain/process.ts';
import { caseIn } from '../support/case-in-stage.ts';
import { answers, draft, meeting, plausibleInput, proposal } from '../support/plausible-input.ts';
import { lawful, type Law, type PureCase } from '../support/pure-case.ts';
import type { Answered } from './gate-oracle.ts';
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
  fc.record({
    action: fc.nat(1000),
    actor: fc.nat(1000),
    twist: fc.nat(1000),
    wild: fc.nat(3).map((one) => one === 0),
    hours: fc.nat(60),
  }),
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

export type Beginning = typeof beginnings extends fc.Arbitrary<infer Stage> ? Stage : never;
const begun = new Map<Beginning, PureCase>();

export interface Walk {
  file: PureCase;
  answers: Answered[];
}

/** Walks a case by these moves, under this law; most moves are tried by everybody until somebody may. */
export function walked(start: Beginning, way: Move[], law: Law = lawful): Walk {
  begun.set(start, begun.get(start) ?? caseIn(start));
  const file = Object.assign(begun.get(start)!.copy(), { facts: crowded, law });
  const answers: Answered[] = [];
  const attempt = (command: Command): boolean => {
    const code = file.attempt(command);
    answers.push({ commandId: command.id, action: command.action, code });
    return code === 'yes';
  };
  for (const [nth, move] of way.entries()) {
    file.wait(move.hours * 3_600_000);
    const action = actionOf(file, move);
    const command = file.command('', action, twisted(file, action, move));
    const first = move.actor % people.length;
    const actors = move.wild ? [people[first]!] : [...people.slice(first), ...people.slice(0, first)];
    actors.some((actor) => attempt({ ...command, id: `move ${nth}:${actor}:${action}`, actor }));
  }
  return { file, answers };
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
  'comment',
  'urge',
];
/** What must void a pass is tried more often where there is one. */
const afterPass: Action[] = ['recordAnswer', 'recordAnswer', 'recordAnswer', 'addRecord', 'recordHearing'];
/** Whatever leads to a hearing, where the last step towards it was made. */
function towardsHearing({ notices }: PureCase['state']): Action[] {
  if (notices.some(({ answer }) => answer?.hearing === 'requested')) return Array<Action>(6).fill('recordHearing');
  return notices.some(({ hearingRight }) => hearingRight) ? Array<Action>(6).fill('recordAnswer') : [];
}
/** What brings a case to a decision, and to the next one. */
// prettier-ignore
const onward: Action[] = [
  'submit', 'passFirstReview', 'signOffSection', 'acceptForReview', 'giveOpinion', 'approveOpinion', 'supplement', 'advise', 'adoptOpinion', 'object',
  'conveneMeeting', 'recordMeeting', 'approveAsLeader', 'issueDecision', 'serve', 'preparePublication', 'approvePublication', 'publish', 'amendDecision',
];

function actionOf({ state }: PureCase, { action, wild }: Move): Action {
  const here = all.filter((name) => (actions[name].from as readonly string[]).includes(state.stage));
  const forward = here.filter((name) => !aside.includes(name) && actions[name].from.length < 9);
  const weighed = [...forward, ...forward.filter((name) => onward.includes(name)).flatMap((name) => [name, name])];
  const beside = [...aside, ...towardsHearing(state), ...(state.pass ? afterPass : [])].filter((name) =>
    here.includes(name),
  );
  const tame = action % 4 === 0 ? beside : weighed;
  const choice = [wild ? all : tame, here, all].find(({ length }) => length > 0)!;
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
    case 'recordNotice':
      return { hearingRight: twist % 3 > 0 };
    case 'recordAnswer':
      return {
        answer: one(
          [
            { kind: 'waived', hearing: null },
            { kind: 'statement', hearing: null },
            { kind: 'statement', hearing: 'requested' },
            { kind: 'none', hearing: null },
            { kind: 'none', hearing: 'requested' },
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
