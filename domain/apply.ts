import type { CaseEvent } from './command.ts';
import { obligationsOf } from './effects/fulfilment.ts';
import type { CaseState, Notice, Obligations } from './state.ts';

/** Folds one event into the state. Pure; the read model and the workflow both stand on it. */
export function apply(state: CaseState, event: CaseEvent): CaseState {
  const next: CaseState = {
    ...state,
    filing: state.filing ?? event.input.filing ?? null,
    seq: event.seq,
    lastAt: event.at,
    stage: event.stage,
    enteredAt: event.stage === state.stage ? state.enteredAt : event.at,
    round: event.round,
    holder: event.holder,
    tookPart: remember(state.tookPart, event.took),
    reviewedHash: event.reviewedHash,
    clocks: clocksAfter(state, event),
  };
  return passAfter({ ...next, ...ownPart(next, event) }, event);
}

/** Folds a whole history, in order, on what was there before. */
export function fold(state: CaseState, events: CaseEvent[]): CaseState {
  return events.reduce(apply, state);
}

function remember(before: CaseState['tookPart'], took: CaseEvent['took']): CaseState['tookPart'] {
  const fresh = took.filter((part) => !before.some((old) => old.person === part.person && old.as === part.as));
  return fresh.length > 0 ? [...before, ...fresh] : before;
}

function clocksAfter(state: CaseState, event: CaseEvent): CaseState['clocks'] {
  const armedNames = event.armed.map((clock) => clock.name);
  const kept = state.clocks
    .filter((clock) => !event.stops.includes(clock.name) && !armedNames.includes(clock.name))
    .map((clock) => (clock.id === event.overdueClock ? { ...clock, overdue: true } : clock));
  return [...kept, ...event.armed];
}

function passAfter(state: CaseState, event: CaseEvent): CaseState {
  if (event.pass === 'voided') return { ...state, pass: null };
  if (event.pass !== 'given' || !state.content || !state.reviewedHash) return state;
  return { ...state, pass: { version: state.content.version, hash: state.reviewedHash, round: state.round } };
}

function ownPart(state: CaseState, event: CaseEvent): Partial<CaseState> {
  const { input } = event;
  switch (event.type) {
    case 'register':
      return { handlers: event.holder };
    case 'addRecord':
      if (!input.record?.isEvidence) return {};
      return { evidence: [...state.evidence, input.record.id], evidenceSinceDraft: state.content !== null };
    case 'recordNotice':
      return { notices: [...state.notices, noticeOf(event)] };
    case 'recordAnswer':
      return { notices: answered(state.notices, event) };
    case 'saveDraft':
      return contentOf(event);
    case 'acceptForReview':
      return reviewOpened(state, event);
    case 'giveOpinion':
      return state.review ? { review: { ...state.review, verdict: input.verdict ?? null } } : {};
    case 'issueDecision':
      return decisionOf(state, event);
    case 'serve':
      return done(state, 'serve');
    case 'fileSummary':
      return done(state, 'file');
    case 'recordExecution':
      return input.kind === 'instalments' ? {} : done(state, 'execute');
    case 'preparePublication':
      return { publication: { status: 'prepared', preparedBy: event.actor } };
    case 'approvePublication':
      return state.publication ? { publication: { ...state.publication, status: 'approved' } } : {};
    case 'publish':
      return {
        ...done(state, 'publish'),
        ...(state.publication ? { publication: { ...state.publication, status: 'published' as const } } : {}),
      };
    default:
      return {};
  }
}

function done(state: CaseState, name: keyof Obligations): Partial<CaseState> {
  return state.obligations ? { obligations: { ...state.obligations, [name]: 'done' } } : {};
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

function answered(notices: Notice[], event: CaseEvent): Notice[] {
  const { answer } = event.input;
  const last = notices.at(-1);
  return last && answer ? [...notices.slice(0, -1), { ...last, answer: { ...answer, at: event.at } }] : notices;
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
  const reviewer = event.input.reviewer;
  if (!content || !reviewedHash || !reviewer) return {};
  return {
    review: { round: event.round, version: content.version, hash: reviewedHash, reviewer, verdict: null },
  };
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
