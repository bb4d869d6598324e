import { moved, requestsFor, storyOf, upTo, type Told } from '../support/stories.ts';

type Step = [at: string, person: string, action: string, body: object | 'again'];
interface Journey {
  /** The story it begins as, up to this action; the whole story unless told. */
  begins: string;
  until?: string;
  steps?: Step[];
  /** What its filing says otherwise than the story's. */
  files?: object;
  /** From its submission on, so many days between any two acts. */
  days?: number;
}

const again = 'again';
const reasons = { reasons: ['证据清单缺页'] };
const reason = { reason: '补充取证' };
const ground = { ground: '当事人死亡' };
const source = { reason: '数额有误', source: '自行复核', sourceNo: '兴应急核〔2026〕1号' };
const late = { lateReason: '案情复杂' };

/** Day by day what happens in the year of the demo. C01 is a case of xltyj-A decided by a leader, C02 one of xltyj-B decided by the meeting. */
// prettier-ignore
const journeys: Record<string, Journey> = {
  'story-penalty-by-leader': { begins: 'C01' },
  'story-returned-and-supplemented': { begins: 'C02' },
  'story-heard-advised-recused-dissented': { begins: 'C03' },
  'story-corrected-adopted-annulled-withdrawn': { begins: 'C04' },
  'story-summary': { begins: 'C05' },
  'story-transferred': { begins: 'C06' },
  'story-objected-coordinated': { begins: 'C07' },
  'story-exempt-from-publication': { begins: 'C08' },
  'story-suspended-resumed-supplemented': { begins: 'C09' },
  'story-urged-supervised-reassigned': { begins: 'C10' },

  'every-stage-late': { begins: 'C07', days: 10 },
  'nobody-approves': { begins: 'C01', until: 'approveOpinion' },
  'nobody-serves-or-publishes': { begins: 'C01', until: 'issueDecision' },
  'nobody-withdraws': { begins: 'C02', steps: [['2026-05-11T10:00', 'xltyj-l1', 'annulDecision', source]] },
  'supplement-late': { begins: 'C01', until: 'acceptForReview', steps: [
    ['2026-02-12T09:00', 'xltyj-r1', 'requestSupplement', { missing: ['合同'] }],
    ['2026-02-27T09:00', 'xltyj-h1', 'supplement', { contentVersion: 1, missingAnswered: ['合同'] }]] },
  'advice-late': { begins: 'C01', until: 'acceptForReview', steps: [
    ['2026-02-12T09:00', 'xltyj-r1', 'consultAdviser', { adviser: 'xltyj-a1', questions: ['裁量'] }],
    ['2026-02-27T09:00', 'xltyj-a1', 'advise', { law: '合法。', risk: '低。', socialImpact: '小。' }]] },
  'delegation-ends': { begins: 'C01', until: 'acceptForReview', steps: [
    ['2026-02-12T09:00', 'xltyj-q1', 'delegate', { from: 'xltyj-r1', to: 'xltyj-r2', until: '2026-02-13', ...reason }]] },
  'permit-renewed-by-law': { begins: 'C08', until: 'register', files: { renewal: { validTo: '2026-10-17' } } },

  'returned-by-section-head': { begins: 'C02', until: 'passFirstReview', steps: [
    ['2026-02-25T10:00', 'xltyj-s2', 'returnBySectionHead', reasons],
    ['2026-03-02T09:00', 'xltyj-h3', 'submit', again]] },
  'returned-by-leader': { begins: 'C01', until: 'approveOpinion', steps: [
    ['2026-02-25T16:00', 'xltyj-l2', 'returnByLeader', reasons],
    ['2026-03-02T09:00', 'xltyj-h1', 'submit', again],
    ['2026-03-03T09:00', 'xltyj-f1', 'passFirstReview', again],
    ['2026-03-04T09:00', 'xltyj-s1', 'signOffSection', again],
    ['2026-03-05T09:00', 'xltyj-q1', 'acceptForReview', again]] },
  'withdrawn-from-first-review': { begins: 'C01', until: 'submit', steps: [
    ['2026-02-09T09:00', 'xltyj-h1', 'withdrawSubmission', reason]] },
  'withdrawn-from-intake': { begins: 'C01', until: 'signOffSection', steps: [
    ['2026-02-11T09:00', 'xltyj-h1', 'withdrawSubmission', reason],
    ['2026-02-13T09:00', 'xltyj-h1', 'submit', again]] },
  'withdrawn-during-supplement': { begins: 'C01', until: 'signOffSection', steps: [
    ['2026-02-11T09:00', 'xltyj-q1', 'requestSupplement', { missing: ['合同'] }],
    ['2026-02-13T09:00', 'xltyj-h1', 'withdrawSubmission', reason],
    ['2026-02-26T09:00', 'xltyj-h1', 'submit', again]] },
  'suspended-over-both-deadlines': { begins: 'C01', until: 'submit', steps: [
    ['2026-02-09T10:00', 'xltyj-s1', 'suspend', { ground: 'expertAppraisal', reason: '委托鉴定' }],
    ['2026-03-02T09:00', 'xltyj-s1', 'resume', { reason: '鉴定已出' }]] },
  'terminated-while-suspended': { begins: 'C01', until: 'submit', steps: [
    ['2026-02-09T10:00', 'xltyj-s1', 'suspend', { ground: 'expertAppraisal', reason: '委托鉴定' }],
    ['2026-03-02T09:00', 'xltyj-l2', 'terminate', ground]] },
  'opinion-returned-twice': { begins: 'C01', until: 'giveOpinion', steps: [
    ['2026-02-24T09:00', 'xltyj-q1', 'returnOpinion', reasons],
    ['2026-02-25T10:00', 'xltyj-r1', 'giveOpinion', again],
    ['2026-02-26T09:00', 'xltyj-q1', 'returnOpinion', reasons]] },
  'coordination-sends-back-to-review': { begins: 'C07', until: 'requestCoordination', steps: [
    ['2026-05-06T15:00', 'asys-l2', 'concludeCoordination', { to: 'legalReview', conclusion: '再审。' }]] },
  'coordination-terminates': { begins: 'C07', until: 'requestCoordination', steps: [
    ['2026-05-06T15:00', 'asys-l2', 'concludeCoordination', { to: 'terminated', conclusion: '终止。' }]] },
  'meeting-postponed-then-returns': { begins: 'C02', until: 'conveneMeeting', steps: [
    ['2026-03-12T15:00', 'xltyj-l1', 'recordMeeting', { result: 'postponed', resolution: '延期。', minutesNo: '1' }],
    ['2026-03-17T09:00', 'xltyj-l1', 'conveneMeeting', again],
    ['2026-03-19T10:00', 'xltyj-l1', 'recordMeeting', { result: 'investigating', resolution: '补充调查。' }]] },
  'meeting-terminates': { begins: 'C02', until: 'conveneMeeting', steps: [
    ['2026-03-12T15:00', 'xltyj-l1', 'recordMeeting', { result: 'terminated', resolution: '终止。' }]] },
  'reopened-while-issuing': { begins: 'C02', until: 'recordMeeting', steps: [
    ['2026-03-13T11:00', 'xltyj-h3', 'reopen', reasons]] },
  'extended-handed-over-copied': { begins: 'C01', until: 'acceptForReview', steps: [
    ['2026-02-12T09:00', 'xltyj-q1', 'extendReview', reason],
    ['2026-02-12T09:10', 'xltyj-l2', 'extendOverall', { basis: '规章另有规定', ...reason }],
    ['2026-02-12T09:20', 'xltyj-q1', 'addReviewer', { to: 'xltyj-r2', ...reason }],
    ['2026-02-12T09:30', 'xltyj-r1', 'copyTo', { to: ['xltyj-s1'] }],
    ['2026-02-12T09:40', 'xltyj-q1', 'urge', { text: '请抓紧' }],
    ['2026-02-12T09:50', 'xltyj-r1', 'comment', { text: '已阅' }],
    ['2026-02-12T10:00', 'xltyj-q1', 'reassign', { from: 'xltyj-r1', to: 'xltyj-r2', ...reason }]] },

  'annulled-in-fulfilment-and-done-again': { begins: 'C01', until: 'serve', steps: [
    ['2026-03-05T09:00', 'xltyj-l2', 'annulDecision', { ...source, redo: true }]] },
  'corrected-while-up-then-annulled': { begins: 'C01', until: 'publish', steps: [
    ['2026-03-05T09:00', 'xltyj-p1', 'correctPublication', { what: '文号', ...reason }],
    ['2026-03-06T09:00', 'xltyj-l2', 'annulDecision', source],
    ['2026-03-06T10:00', 'xltyj-p1', 'withdrawPublication', reason]] },
  'corrected-and-supervised-after-archiving': { begins: 'C01', steps: [
    ['2026-04-01T09:00', 'xltyj-p1', 'correctPublication', { what: '文号', ...reason }],
    ['2026-04-02T09:00', 'xltsf-o1', 'openSupervision', { reason: '抽查', requires: '说明' }],
    ['2026-04-03T09:00', 'xltyj-q1', 'replySupervision', { reply: '已说明' }],
    ['2026-04-03T10:00', 'xltsf-o1', 'returnSupervision', reason],
    ['2026-04-03T11:00', 'xltyj-q1', 'replySupervision', { reply: '已补充说明' }],
    ['2026-04-07T09:00', 'xltsf-o1', 'closeSupervision', { conclusion: '办结' }]] },
  'amended-after-archiving-and-decided-anew': { begins: 'C02', steps: [
    ['2026-05-11T10:00', 'xltyj-l1', 'amendDecision', source],
    ['2026-05-12T09:00', 'xltyj-p1', 'withdrawPublication', reason],
    ['2026-05-13T09:00', 'xltyj-h3', 'saveDraft', { version: 4 }],
    ['2026-05-14T09:00', 'xltyj-h3', 'submit', { contentVersion: 4 }],
    ['2026-05-15T09:00', 'xltyj-f2', 'passFirstReview', again],
    ['2026-05-18T09:00', 'xltyj-s2', 'signOffSection', again],
    ['2026-05-19T09:00', 'xltyj-q1', 'acceptForReview', again],
    ['2026-05-20T09:00', 'xltyj-r1', 'giveOpinion', again],
    ['2026-05-21T09:00', 'xltyj-q1', 'approveOpinion', again],
    ['2026-05-22T09:00', 'xltyj-l1', 'conveneMeeting', { meetingAt: '2026-05-25T08:30:00+08:00', members: ['xltyj-l1', 'xltyj-l2', 'xltyj-l3', 'xltyj-l4', 'xltyj-l5'] }],
    ['2026-05-25T09:00', 'xltyj-l1', 'recordMeeting', again],
    ['2026-05-26T09:00', 'xltyj-h4', 'issueDecision', { contentVersion: 4 }]] },
};

const day = 86_400_000;

/** The requests of every journey in which each is sent once and accepted, moved by whole weeks. */
export function journeysIn(weeks: number): Record<string, Told[]> {
  return Object.fromEntries(Object.entries(journeys).map(([name, journey]) => [name, requestsOf(journey, weeks)]));
}

function requestsOf({ begins, until, steps = [], files, days }: Journey, weeks: number): Told[] {
  const { requests } = storyOf(begins, weeks);
  // What the clock does of itself it does here too.
  const told = (until ? upTo(requests, until) : requests).filter(({ person }) => person !== 'system');
  const filed = files
    ? told.map((one, n) => (n === 0 ? { ...one, body: { ...one.body, ...moved(files, weeks) } } : one))
    : told;
  const slowed = days ? slowly(filed, days) : filed;
  return [...slowed, ...steps.map((step) => ownStep(step, requests, weeks))];
}

function slowly(requests: Told[], days: number): Told[] {
  const first = requests.findIndex(({ action }) => action === 'submit');
  const begun = Date.parse(requests[first]!.at);
  return requests.map((told, n) => {
    if (n < first) return told;
    // Archiving has thirty days.
    const at = begun + (n - first) * days * day + (told.action === 'archive' ? 40 * day : 0);
    const body = told.action === 'issueDecision' ? { ...told.body, ...late } : told.body;
    return { ...told, body, at: new Date(at).toISOString() };
  });
}

/** A step of a journey's own: what its story sends in such a step, changed by what is given. */
function ownStep([at, person, action, body]: Step, requests: Told[], weeks: number): Told {
  const before = requestsFor(requests, action).at(-1)?.body;
  const given = body === again ? {} : moved(body, weeks);
  return { at: moved(`${at}:00+08:00`, weeks), person, action, body: { ...before, ...given } };
}
