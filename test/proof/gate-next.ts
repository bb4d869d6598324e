import { actions, type Action, type Stage } from '../../domain/process.ts';
import { commandOf, judged, judgedCommand, type Act, type FollowedCase } from './gate-case.ts';
import { bodyOf } from './gate-bodies.ts';
import type { Random } from './random.ts';

const all = Object.keys(actions).filter((action) => action !== 'register') as Action[];
const aside: Action[] = [
  'addRecord', 'recordNotice', 'recordAnswer', 'recordHearing', 'suspend', 'recuse', 'reassign', 'delegate', 'addReviewer', 'urge', 'comment', 'copyTo',
]; // prettier-ignore

/** What brings the case further in each stage, the likelier ones first and more often. */
const onward: Record<Stage, (file: FollowedCase) => Action[]> = {
  investigating: beforeSubmission,
  firstReview: () => [...often('passFirstReview'), 'returnByFirstReviewer', 'withdrawSubmission'],
  sectionSignOff: () => [...often('signOffSection'), 'returnBySectionHead'],
  intake: () => [...often('acceptForReview'), 'requestSupplement'],
  supplementing: () => ['supplement', 'supplement', 'saveDraft'],
  legalReview: ({ state }) =>
    state.filing?.difficult && !state.advised
      ? ['consultAdviser']
      : [...often('giveOpinion'), 'requestSupplement', 'extendReview', 'consultAdviser'],
  advising: () => ['advise'],
  legalSignOff: () => [...often('approveOpinion'), 'returnOpinion'],
  responding: () => ['adoptOpinion', 'object', 'requestCoordination'],
  coordination: () => ['concludeCoordination'],
  deliberation: ({ state }) => [state.meeting ? 'recordMeeting' : 'conveneMeeting'],
  leaderApproval: () => [...often('approveAsLeader'), 'returnByLeader'],
  issuing: () => [...often('issueDecision'), 'reopen'],
  fulfilment: fulfilling,
  closing: () => ['archive', 'amendDecision'],
  suspended: () => ['resume'],
  archived: () => ['amendDecision', 'annulDecision', 'withdrawPublication', 'correctPublication', 'openSupervision'],
  terminated: () => ['openSupervision', 'replySupervision', 'returnSupervision', 'closeSupervision'],
  transferred: () => ['openSupervision', 'replySupervision', 'returnSupervision', 'closeSupervision'],
};

function often(action: Action): Action[] {
  return Array.from({ length: 9 }, () => action);
}

function beforeSubmission({ state }: FollowedCase): Action[] {
  if (state.notices.length === 0) return ['recordNotice'];
  if (!state.notices.at(-1)?.answer) return ['recordAnswer'];
  if (state.filing?.procedure === 'summary') return ['issueDecision'];
  return !state.content || state.evidenceSinceDraft ? ['saveDraft'] : [...often('submit'), 'saveDraft'];
}

function fulfilling({ state: { obligations, publication, filing } }: FollowedCase): Action[] {
  const published =
    publication?.status === 'approved'
      ? 'publish'
      : publication?.status === 'prepared'
        ? 'approvePublication'
        : 'preparePublication';
  const open: Action[] = [
    ...(obligations?.serve === 'open' ? (['serve'] as const) : []),
    ...(obligations?.publish === 'open' ? ([published] as const) : []),
    ...(obligations?.execute === 'open' ? (['recordExecution'] as const) : []),
    ...(filing?.procedure === 'summary' ? (['fileSummary'] as const) : []),
  ];
  return open.length > 0
    ? [...open, ...open, 'amendDecision', 'annulDecision', 'exemptPublication']
    : ['close', 'close', 'amendDecision'];
}

/** What somebody does next: mostly what brings the case on, by somebody who may; now and then anything by anybody. */
export function nextAct(file: FollowedCase, choose: Random): Act {
  const { stage } = file.state;
  if (stage === 'none') throw new Error('the case has not begun');
  if (choose.percent(10)) return { ...actOf(file, choose.one(all), choose), person: choose.one(file.agency.people) };
  const act = actOf(file, choose.percent(20) ? choose.one(aside) : choose.one(onward[stage](file)), choose);
  // Where nobody may, most people see it and do something else.
  const tried = judged(file, act) === 'yes' || choose.percent(15);
  return tried ? act : actOf(file, choose.one(onward[stage](file)), choose);
}

/** The act that somebody who means well does next to bring the case to its end. */
export function lawfulAct(file: FollowedCase, choose: Random): Act {
  const { stage } = file.state;
  if (stage === 'none') throw new Error('the case has not begun');
  return actOf(file, onward[stage](file)[0]!, choose);
}

/** This action by somebody who may do it; by anybody where nobody may. */
export function actOf(file: FollowedCase, action: Action, choose: Random): Act {
  const body = bodyOf(file, action, choose);
  const people = choose.shuffled(file.agency.people);
  const command = commandOf(file, { person: '', action, body });
  const person = people.find((actor) => judgedCommand(file, { ...command, actor }) === 'yes') ?? people[0]!;
  return { person, action, body };
}
