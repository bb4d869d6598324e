import type { CaseEvent } from './command.ts';
import { obligationsOf } from './effects/fulfilment.ts';
import { standsFor } from './stand-ins.ts';
import { orderAfter, orderOpened } from './supervision.ts';
import type { CaseState, Notice, Obligations, PublicationStatus, Review } from './state.ts';
import { isUnpublished } from './unpublished.ts';

/** What an event changes beyond stage, holder, clocks and pass. `state` already stands after those, `before` did not. */
export function ownPart(state: CaseState, event: CaseEvent, before: CaseState): Partial<CaseState> {
  const { input } = event;
  switch (event.type) {
    case 'addRecord':
      if (!input.record?.isEvidence) return {};
      return { evidence: [...state.evidence, input.record.id], evidenceSinceDraft: state.content !== null };
    case 'recordNotice':
      return { notices: [...state.notices, noticeOf(event)] };
    case 'recordAnswer':
      return { notices: answered(state, event) };
    case 'recordHearing':
      return { hearingHeld: true, notices: state.notices.map((notice) => ({ ...notice, heard: true })) };
    case 'saveDraft':
      return contentOf(event);
    case 'acceptForReview':
      return { ...reviewOpened(state, event), objected: false };
    case 'object':
      return { ...reviewOpened(state, event), objected: true };
    case 'concludeCoordination':
      return event.stage === 'legalReview' ? reviewOpened(state, event) : {};
    case 'requestSupplement':
      return { missing: input.count ?? 0 };
    case 'supplement':
      return { missing: 0 };
    case 'advise':
      return { advised: state.content };
    case 'extendReview':
      return changedReview(state, { extended: true });
    case 'giveOpinion':
      return opinionOf(state, event, before);
    case 'returnOpinion':
      return changedReview(state, { verdict: null, returned: (state.review?.returned ?? 0) + 1 });
    case 'conveneMeeting':
      return { meeting: { at: input.meetingAt ?? event.at, members: input.meeting?.present ?? [] } };
    case 'recordMeeting':
      return { meeting: null };
    case 'issueDecision':
      return decisionOf(state, event);
    case 'amendDecision':
    case 'annulDecision':
      // What was prepared and is not up yet falls with its decision: the next one is prepared and approved anew.
      return { decision: null, decisionSeq: null, ...(isUnpublished(state) && { publication: null }) };
    case 'serve':
      return done(state, 'serve');
    case 'fileSummary':
      return done(state, 'file');
    case 'recordExecution':
      return input.kind === 'performed' || input.kind === 'executionTerminated' ? done(state, 'execute') : {};
    case 'preparePublication':
      return { publication: { status: 'prepared', preparedBy: event.actor } };
    case 'exemptPublication':
      return { publication: { status: 'exemptionProposed', preparedBy: event.actor } };
    case 'approvePublication':
      return state.publication?.status === 'exemptionProposed'
        ? { ...done(state, 'publish', 'exempt'), ...publicationNow(state, 'exempt') }
        : publicationNow(state, 'approved');
    case 'publish':
      return { ...done(state, 'publish'), ...publicationNow(state, 'published') };
    case 'withdrawPublication':
      return publicationNow(state, 'withdrawn');
    case 'reassign':
      return event.reviewer ? changedReview(state, { reviewer: event.reviewer }) : {};
    case 'delegate':
      return {
        delegations: [...state.delegations, delegationOf(event, before)],
      };
    case 'endDelegation':
      return { delegations: [] };
    case 'recuse':
      return input.person ? { recused: [...new Set([...state.recused, input.person])] } : {};
    case 'effectOfLaw':
      return { renewedByLawAt: before.clocks.find(({ id }) => id === event.rung?.clock)?.dueAt ?? event.at };
    case 'extendOverall':
      return { overallExtended: true };
    case 'recalculateDeadlines':
      return {
        notices: state.notices.map((notice, index) =>
          index === state.notices.length - 1 ? untilAnew(notice, event) : notice,
        ),
      };
    case 'openSupervision':
      return { supervision: orderOpened(event, ladderGround(state, event)) };
    case 'replySupervision':
    case 'returnSupervision':
    case 'closeSupervision':
      return { supervision: orderAfter(state.supervision, event) };
    default:
      return {};
  }
}

/** A stand-in who delegates does so for the one on leave, to whom it goes back. */
function delegationOf({ input }: CaseEvent, before: CaseState): CaseState['delegations'][number] {
  const { from, to = '', until = '' } = input;
  return { from: from ? standsFor(before, from) : '', to, until };
}

/** Which deadline's rung opened an order by itself. */
function ladderGround({ clocks }: CaseState, { rung }: CaseEvent) {
  const clock = clocks.find(({ id }) => id === rung?.clock);
  return rung && clock ? { clock: clock.name, limit: clock.limit, rung: rung.name } : null;
}

function done(state: CaseState, name: keyof Obligations, status: 'done' | 'exempt' = 'done'): Partial<CaseState> {
  return state.obligations ? { obligations: { ...state.obligations, [name]: status } } : {};
}

function publicationNow(state: CaseState, status: PublicationStatus): Partial<CaseState> {
  if (!state.publication) return {};
  const of = status === 'published' || status === 'exempt' ? { of: state.decisionSeq } : {};
  return { publication: { ...state.publication, status, ...of } };
}

function changedReview(state: CaseState, change: Partial<Review>): Partial<CaseState> {
  return state.review ? { review: { ...state.review, ...change } } : {};
}

function noticeOf(event: CaseEvent): Notice {
  const until = (name: 'statement' | 'hearing') => event.armed.find((clock) => clock.name === name)?.dueAt ?? null;
  return {
    documentNo: event.input.documentNo ?? null,
    proposed: event.input.proposed ?? { measures: [], amountFen: 0, confiscatedFen: 0 },
    servedAt: event.at,
    hearingRight: event.input.hearingRight === true,
    statementUntil: until('statement'),
    hearingUntil: until('hearing'),
    answer: null,
  };
}

/** The party's periods after a notice, where the calendar moved them. */
function untilAnew(notice: Notice, { armed }: CaseEvent): Notice {
  const until = (name: 'statement' | 'hearing') => armed.find((clock) => clock.name === name)?.dueAt;
  return {
    ...notice,
    statementUntil: until('statement') ?? notice.statementUntil,
    hearingUntil: until('hearing') ?? notice.hearingUntil,
  };
}

/** What a party said stays said: a later answer adds to a statement and to a claimed hearing, only a waiver ends the claim. */
function answered({ notices, content }: CaseState, event: CaseEvent): Notice[] {
  const { answer } = event.input;
  const last = notices.at(-1);
  if (!last || !answer) return notices;
  const proposal = content && {
    measures: content.measures,
    amountFen: content.amountFen,
    confiscatedFen: content.confiscatedFen,
  };
  const before = last.answer;
  const stated = before?.kind === 'statement';
  const keeps = before && (answer.kind === 'none' || (stated && answer.kind === 'waived'));
  const merged = {
    kind: keeps ? before.kind : answer.kind,
    hearing: answer.hearing ?? (answer.kind === 'waived' ? 'waived' : (before?.hearing ?? null)),
    at: event.at,
    proposalThen: keeps && stated ? before.proposalThen : proposal,
  };
  return [...notices.slice(0, -1), { ...last, answer: merged }];
}

function contentOf(event: CaseEvent): Partial<CaseState> {
  const { draft, version, catalogueMatches, addedMaterials } = event.input;
  if (!draft || version === undefined || !event.contentHash) return {};
  return {
    content: { ...draft, version, hash: event.contentHash },
    evidenceSinceDraft: false,
    catalogueMatches: catalogueMatches ?? [],
    addedMaterials: addedMaterials ?? [],
  };
}

function reviewOpened(state: CaseState, event: CaseEvent): Partial<CaseState> {
  const { content, reviewedHash } = state;
  if (!content || !reviewedHash) return {};
  return {
    review: {
      round: event.round,
      version: content.version,
      hash: reviewedHash,
      reviewer: event.reviewer ?? null,
      verdict: null,
      extended: false,
      returned: 0,
      givenAt: null,
      dueThen: null,
    },
  };
}

/** The opinion is on what the reviewer saw when giving it; a pass binds exactly this. 行政处罚法 58. */
function opinionOf(state: CaseState, event: CaseEvent, before: CaseState): Partial<CaseState> {
  return changedReview(state, {
    verdict: event.input.verdict ?? null,
    version: state.content?.version ?? 0,
    hash: state.reviewedHash ?? '',
    reviewer: event.actor,
    givenAt: event.at,
    dueThen: before.clocks.find((clock) => clock.name === 'stage')?.dueAt ?? null,
  });
}

function decisionOf(state: CaseState, event: CaseEvent): Partial<CaseState> {
  const decision = state.filing?.procedure === 'summary' ? event.input.decision : state.content;
  if (!decision || !state.filing || !event.input.documentNo) return {};
  const { measures, amountFen, confiscatedFen } = decision;
  return {
    decision: {
      measures,
      amountFen,
      confiscatedFen,
      documentNo: event.input.documentNo,
      version: state.content?.version ?? 0,
      hash: state.pass?.hash ?? null,
      at: event.at,
    },
    decisionSeq: event.seq,
    obligations: obligationsOf(state.filing, decision),
  };
}
