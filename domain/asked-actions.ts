import type { Action, Stage } from './process.ts';
import { mustComeDown } from './requirements/publication.ts';
import type { CaseState } from './state.ts';
import { awaitsReply } from './supervision.ts';

/** The acts that bring a case on from each stage: what a list asks of people, not all that they may do. */
// prettier-ignore
const byStage: Record<Stage, readonly Action[]> = {
  investigating: ['saveDraft', 'submit'], firstReview: ['passFirstReview', 'returnByFirstReviewer'],
  sectionSignOff: ['signOffSection', 'returnBySectionHead'], intake: ['acceptForReview', 'requestSupplement'], supplementing: ['supplement'],
  legalReview: ['giveOpinion', 'requestSupplement', 'consultAdviser'], advising: ['advise'], legalSignOff: ['approveOpinion', 'returnOpinion'],
  responding: ['adoptOpinion', 'object', 'requestCoordination'], coordination: ['concludeCoordination'], deliberation: ['conveneMeeting'],
  leaderApproval: ['approveAsLeader', 'returnByLeader'], issuing: ['issueDecision', 'reopen'], fulfilment: [], closing: ['archive'],
  suspended: ['resume'], archived: [], terminated: [], transferred: [],
};

/** What the case asks for now, of whom it may be; decide() says who may, and whether. Nothing of a finished case. */
export function askedActions(state: CaseState): Action[] {
  const { stage } = state;
  if (stage === 'none') return [];
  return [...ofStage(state, stage), ...ofPublication(state), ...ofSupervision(state)];
}

function ofStage(state: CaseState, stage: Stage): readonly Action[] {
  if (stage === 'fulfilment') return ofFulfilment(state);
  if (stage === 'investigating' && state.filing?.procedure === 'summary') return ['issueDecision'];
  if (stage === 'deliberation' && state.meeting) return ['recordMeeting'];
  if (stage === 'leaderApproval' && state.review?.verdict === 'transfer') return ['transfer', 'returnByLeader'];
  if (stage === 'closing' && mustComeDown(state)) return [];
  return byStage[stage];
}

function ofFulfilment({ obligations }: CaseState): Action[] {
  const { serve, execute, publish, file } = obligations ?? {};
  const asked: [Action, boolean][] = [
    ['serve', serve === 'open'],
    ['recordExecution', execute === 'open'],
    ['fileSummary', file === 'open'],
    ['close', ![serve, execute, publish, file].includes('open')],
  ];
  return asked.flatMap(([action, open]) => (open ? [action] : []));
}

function ofPublication(state: CaseState): Action[] {
  if (mustComeDown(state)) return ['withdrawPublication'];
  if (state.stage !== 'fulfilment' || state.obligations?.publish !== 'open') return [];
  switch (state.publication?.status) {
    case 'prepared':
    case 'exemptionProposed':
      return ['approvePublication'];
    case 'approved':
      return ['publish'];
    default:
      return ['preparePublication'];
  }
}

function ofSupervision({ supervision }: CaseState): Action[] {
  if (!supervision) return [];
  return awaitsReply(supervision) ? ['replySupervision'] : ['closeSupervision', 'returnSupervision'];
}
