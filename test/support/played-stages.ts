import { shanghai } from '../../domain/calendar.ts';
import type { Duty, StageName } from '../fixtures/who-may-do-what.ts';
import type { RecordedSystem } from './recorded-system.ts';
import { requestFor, storyOf } from './stories.ts';

/** Who holds each duty in the demo's 兴隆台区应急管理局, on a case of its section A. */
export const PERSON: Record<Duty, string> = {
  handler: 'xltyj-h1', secondHandler: 'xltyj-h2', otherHandler: 'xltyj-h3', firstReviewer: 'xltyj-f1', otherFirstReviewer: 'xltyj-f2', sectionHead: 'xltyj-s1',
  otherSectionHead: 'xltyj-s2', legalHead: 'xltyj-q1', reviewer: 'xltyj-r1', otherReviewer: 'xltyj-r2', adviser: 'xltyj-a1', otherAdviser: 'xltyj-a2',
  leaderInCharge: 'xltyj-l2', otherLeader: 'xltyj-l4', chair: 'xltyj-l1', publisher: 'xltyj-p1', secondPublisher: 'xltyj-p2', archivist: 'xltyj-d1',
  overseer: 'xltsf-o1', overseerElsewhere: 'czsf-o1', systemAdmin: 'xltyj-y1', securityAdmin: 'xltyj-c1', auditAdmin: 'xltyj-t1',
}; // prettier-ignore

export type Act = [duty: Duty, action: string, body?: Record<string, unknown>];
export interface Played {
  id: string;
  /** The moment of its last act; whoever asks now asks at that moment. */
  at: string;
}

export const SUMMARY_STAGES: StageName[] = [
  'investigating', 'fulfilment', 'closing', 'archived', 'terminated', 'transferred', 'suspended',
]; // prettier-ignore

const { requests } = storyOf('C01');
const told = (action: string) => requestFor(requests, action).body;
const reasons = { reasons: ['理由'] };
const reason = { reason: '理由' };

function opinionOf(verdict: string): Record<string, unknown> {
  const [first, ...others] = told('giveOpinion')['items'] as object[];
  const failing = { ...first, result: verdict === 'agree' ? 'conforms' : 'doesNotConform' };
  return { ...told('giveOpinion'), verdict, items: [failing, ...others] };
}

/** Plays cases of section A over HTTP, a minute between two acts, numbers in their order. */
export function playingStages(system: Pick<RecordedSystem, 'tellAll'>, from = '2026-03-02T09:00:00+08:00') {
  const begun = Date.parse(from);
  const serials: Record<string, number> = {};
  const number = (word: string) => `${word}〔2026〕${(serials[word] = (serials[word] ?? 0) + 1)}号`;

  const registering = (filed: object): Act[] => [
    ['handler', 'register', { ...told('register'), ...filed }],
    ['handler', 'addRecord', told('addRecord')],
    ['handler', 'recordNotice', told('recordNotice')],
    ['handler', 'recordAnswer', told('recordAnswer')],
  ];
  const published: Act[] = [
    ['handler', 'serve', told('serve')],
    ['publisher', 'preparePublication', told('preparePublication')],
    ['secondPublisher', 'approvePublication', told('approvePublication')],
    ['publisher', 'publish', told('publish')],
    ['handler', 'recordExecution', told('recordExecution')],
    ['handler', 'close', told('close')],
  ];
  const archived: Act[] = [['archivist', 'archive', told('archive')]];
  const opinion = (verdict: string, by: Duty = 'reviewer'): Act[] => [
    [by, 'giveOpinion', opinionOf(verdict)],
    ['legalHead', 'approveOpinion', {}],
  ];
  const suspended: Act = ['legalHead', 'suspend', { ground: 'expertAppraisal', ...reason }];

  /** The acts that lead into a stage, in their order; later acts of the main way build on the earlier ones. */
  function actsTo(stage: StageName): Act[] {
    const before = (earlier: StageName, ...acts: Act[]) => [...actsTo(earlier), ...acts];
    const acts: Record<StageName, () => Act[]> = {
      investigating: () => [...registering({}), ['handler', 'saveDraft', told('saveDraft')]],
      firstReview: () => before('investigating', ['handler', 'submit', told('submit')]),
      sectionSignOff: () => before('firstReview', ['firstReviewer', 'passFirstReview']),
      intake: () => before('sectionSignOff', ['sectionHead', 'signOffSection']),
      legalReview: () => before('intake', ['legalHead', 'acceptForReview', told('acceptForReview')]),
      supplementing: () => before('legalReview', ['reviewer', 'requestSupplement', { missing: ['裁量说明'] }]),
      advising: () => before('legalReview', ['reviewer', 'consultAdviser', { adviser: PERSON.adviser, questions: ['适用何法'] }]),
      legalSignOff: () => before('legalReview', ['reviewer', 'giveOpinion', opinionOf('agree')]),
      responding: () => before('legalReview', ...opinion('disagree')),
      coordination: () => before('responding', ['sectionHead', 'object', reasons], ...opinion('disagree', 'otherReviewer'), ['sectionHead', 'requestCoordination', reasons]),
      deliberation: () => before('legalReview', ...opinion('agree')).map(major),
      leaderApproval: () => before('legalReview', ...opinion('agree')),
      issuing: () => before('leaderApproval', ['leaderInCharge', 'approveAsLeader', told('approveAsLeader')]),
      fulfilment: () => before('issuing', ['handler', 'issueDecision', told('issueDecision')]),
      closing: () => before('fulfilment', ...published),
      archived: () => before('closing', ...archived),
      terminated: () => before('firstReview', ['leaderInCharge', 'terminate', { ground: '当事人死亡' }]),
      transferred: () => before('legalReview', ['chair', 'transfer', { ground: '涉嫌犯罪', to: '公安局' }]),
      suspended: () => before('legalReview', suspended),
    }; // prettier-ignore
    return acts[stage]();
  }

  function summaryActsTo(stage: StageName): Act[] {
    const proposed = { measures: ['fine'], amountYuan: 2_000, confiscatedYuan: 0 };
    const filed = registering({ procedure: 'summary' }).map(([duty, action, body]): Act => [
      duty,
      action,
      action === 'recordNotice' ? { ...body, proposed } : body,
    ]);
    if (stage === 'suspended') return [...filed, suspended];
    if (stage === 'terminated') return [...filed, ['leaderInCharge', 'terminate', { ground: '当事人死亡' }]];
    if (stage === 'transferred') return [...filed, ['chair', 'transfer', { ground: '涉嫌犯罪', to: '公安局' }]];
    const issued: Act = ['handler', 'issueDecision', { decision: { measures: ['fine'], amountYuan: 2_000 } }]; // prettier-ignore
    if (stage === 'investigating') return filed;
    if (stage === 'fulfilment') return [...filed, issued];
    const fulfilled: Act[] = [['handler', 'fileSummary', { to: [PERSON.sectionHead], purpose: '备案' }], ...published];
    return [...filed, issued, ...fulfilled, ...(stage === 'archived' ? archived : [])];
  }

  function numbered(action: string, body: Record<string, unknown>): Record<string, unknown> {
    if (action === 'approveOpinion') return { ...body, opinionNo: number('兴应急法审') };
    return action === 'issueDecision'
      ? { ...body, documentNo: number(body['decision'] ? '兴应急简罚' : '兴应急罚') }
      : body;
  }

  async function play(acts: Act[]): Promise<Played> {
    const requestsOf = acts.map(([duty, action, body = {}], n) => ({
      action, person: PERSON[duty], body: numbered(action, body), at: shanghai(begun + n * 60_000),
    })); // prettier-ignore
    return { id: await system.tellAll(requestsOf), at: requestsOf.at(-1)!.at };
  }

  return {
    ordinary: (stage: StageName) => play(actsTo(stage)),
    summary: (stage: StageName) => play(summaryActsTo(stage)),
    /** An ordinary case of these acts beyond the stage. */
    beyond: (stage: StageName, ...acts: Act[]) => play([...actsTo(stage), ...acts]),
  };
}

function major([duty, action, body]: Act): Act {
  return [duty, action, action === 'register' ? { ...body, majorBecause: ['majorPublicInterest'] } : body];
}
