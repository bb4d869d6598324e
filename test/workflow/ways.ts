type Stands = [stage: string, holder: string, round: number, due: string | null];
export type Step = [at: string, person: string, action: string, body: object | 'again', stands: Stands];
type Mark = [clock: string, stage: string, lastDay: string];
export interface Way {
  /** The story it begins as, and its last action there; the whole story unless told. */
  begins: string;
  until?: string;
  steps?: Step[];
  /** Every deadline that is missed, and no other; each once, at the end of its last day. */
  missed: Mark[];
  /** Every rung of every ladder, with the day that it is about and whom it tells. */
  rungs?: string[];
}

const reasons = { reasons: ['证据清单缺页'] };
const reason = { reason: '补充取证' };
const handlers = 'xltyj-h1 xltyj-h2';
const others = 'xltyj-h3 xltyj-h4';
const overall: Mark = ['overall', 'firstReview', '2026-04-20'];
const inReview: Mark = ['overall', 'legalReview', '2026-04-20'];

/**
 * C01: xltyj-A, penalty decided by a leader; C02: xltyj-B, decided by the meeting. The Spring Festival lies from 15 to
 * 23 February; the Saturdays 14 and 28 February and 9 May are worked.
 */
export const ways: Record<string, Way> = {
  'returned by the first reviewer, and a supplement during the review': { begins: 'C02', missed: [] },
  "advice pauses the review; a member is recused, another's dissent is kept": { begins: 'C03', missed: [] },
  'corrected, adopted, reviewed in a second round; annulled after archiving and withdrawn': {
    begins: 'C04',
    missed: [],
  },
  'objected to, reviewed by the other, coordinated, passed in the third round': { begins: 'C07', missed: [] },
  'suspended during the review for weeks, then supplemented': { begins: 'C09', missed: [] },

  'returned by the section head': {
    begins: 'C02',
    until: 'passFirstReview',
    steps: [
      ['2026-02-25T10:00', 'xltyj-s2', 'returnBySectionHead', reasons, ['investigating', others, 0, null]],
      ['2026-03-02T09:00', 'xltyj-h3', 'submit', 'again', ['firstReview', 'xltyj-f2', 0, '2026-03-04']],
    ],
    missed: [
      ['stage', 'firstReview', '2026-03-04'],
      ['overall', 'firstReview', '2026-04-13'],
    ],
  },
  'returned by the leader, and reviewed in a second round': {
    begins: 'C01',
    until: 'approveOpinion',
    steps: [
      ['2026-02-25T16:00', 'xltyj-l2', 'returnByLeader', reasons, ['investigating', handlers, 1, null]],
      ['2026-03-02T09:00', 'xltyj-h1', 'submit', 'again', ['firstReview', 'xltyj-f1', 1, '2026-03-04']],
      ['2026-03-03T09:00', 'xltyj-f1', 'passFirstReview', 'again', ['sectionSignOff', 'xltyj-s1', 1, '2026-03-04']],
      ['2026-03-04T09:00', 'xltyj-s1', 'signOffSection', 'again', ['intake', 'xltyj-q1', 1, '2026-03-05']],
      ['2026-03-05T09:00', 'xltyj-q1', 'acceptForReview', 'again', ['legalReview', 'xltyj-r1', 2, '2026-03-12']],
    ],
    missed: [['stage', 'legalReview', '2026-03-12'], inReview],
  },
  'withdrawn from intake': {
    begins: 'C01',
    until: 'signOffSection',
    steps: [
      ['2026-02-11T09:00', 'xltyj-h1', 'withdrawSubmission', reason, ['investigating', handlers, 0, null]],
      ['2026-02-13T09:00', 'xltyj-h1', 'submit', 'again', ['firstReview', 'xltyj-f1', 0, '2026-02-24']],
    ],
    missed: [['stage', 'firstReview', '2026-02-24'], overall],
    rungs: [
      '2026-02-09 stage oneDayBefore: xltyj-f1',
      '2026-02-14 stage oneDayBefore: xltyj-f1',
      '2026-02-24 stage due: xltyj-f1 xltyj-s1',
      '2026-02-26 stage plus2: xltyj-l2',
      '2026-03-02 stage plus5: xltsf-o1 xltsf-o2',
      '2026-03-05 overall halfWay: xltyj-f1',
      '2026-04-17 overall oneDayBefore: xltyj-f1',
      '2026-04-20 overall due: xltyj-f1 xltyj-s1',
      '2026-04-22 overall plus2: xltyj-l2',
      '2026-04-27 overall plus5: xltsf-o1 xltsf-o2',
    ],
  },
  'withdrawn during a supplement: neither its deadline nor that of the review fires': {
    begins: 'C01',
    until: 'acceptForReview',
    steps: [
      ['2026-02-12T09:00', 'xltyj-r1', 'requestSupplement', { missing: ['合同'] }, ['supplementing', handlers, 1, '2026-02-24']],
      ['2026-02-13T09:00', 'xltyj-h1', 'withdrawSubmission', reason, ['investigating', handlers, 1, null]],
      ['2026-02-26T09:00', 'xltyj-h1', 'submit', 'again', ['firstReview', 'xltyj-f1', 1, '2026-02-28']],
    ],
    missed: [['stage', 'firstReview', '2026-02-28'], overall],
  },
  'a supplement that comes late: its own deadline is missed, that of the review stands still': {
    begins: 'C01',
    until: 'acceptForReview',
    steps: [
      ['2026-02-12T09:00', 'xltyj-r1', 'requestSupplement', { missing: ['合同'] }, ['supplementing', handlers, 1, '2026-02-24']],
      ['2026-02-27T09:00', 'xltyj-h1', 'supplement', { contentVersion: 1, missingAnswered: ['合同'] }, ['legalReview', 'xltyj-r1', 1, '2026-03-04']],
    ],
    missed: [['stage', 'supplementing', '2026-02-24'], ['stage', 'legalReview', '2026-03-04'], inReview],
    rungs: [
      '2026-02-09 stage oneDayBefore: xltyj-f1',
      '2026-02-14 stage oneDayBefore: xltyj-h1 xltyj-h2',
      '2026-02-24 stage due: xltyj-h1 xltyj-h2 xltyj-s1',
      '2026-02-26 stage plus2: xltyj-l2',
      '2026-03-02 stage halfWay: xltyj-r1',
      '2026-03-03 stage oneDayBefore: xltyj-r1',
      '2026-03-05 overall halfWay: xltyj-r1',
      '2026-03-04 stage due: xltyj-r1 xltyj-q1',
      '2026-03-06 stage plus2: xltyj-l2',
      '2026-03-11 stage plus5: xltsf-o1 xltsf-o2',
      '2026-04-17 overall oneDayBefore: xltyj-r1',
      '2026-04-20 overall due: xltyj-r1 xltyj-q1',
      '2026-04-22 overall plus2: xltyj-l2',
      '2026-04-27 overall plus5: xltsf-o1 xltsf-o2',
    ],
  },
  'advice that comes late: its own deadline is missed, that of the review stands still': {
    begins: 'C01',
    until: 'acceptForReview',
    steps: [
      ['2026-02-12T09:00', 'xltyj-r1', 'consultAdviser', { adviser: 'xltyj-a1', questions: ['裁量'] }, ['advising', 'xltyj-a1', 1, '2026-02-24']],
      ['2026-02-27T09:00', 'xltyj-a1', 'advise', { law: '合法。', risk: '低。', socialImpact: '小。' }, ['legalReview', 'xltyj-r1', 1, '2026-03-04']],
    ],
    missed: [['stage', 'advising', '2026-02-24'], ['stage', 'legalReview', '2026-03-04'], inReview],
  },
  'suspended over both deadlines, which run on afterwards': {
    begins: 'C01',
    until: 'submit',
    steps: [
      ['2026-02-09T10:00', 'xltyj-s1', 'suspend', { ground: 'expertAppraisal', reason: '委托鉴定' }, ['suspended', '', 0, null]],
      ['2026-03-02T09:00', 'xltyj-s1', 'resume', { reason: '鉴定已出' }, ['firstReview', 'xltyj-f1', 0, '2026-03-03']],
    ],
    missed: [
      ['stage', 'firstReview', '2026-03-03'],
      ['overall', 'firstReview', '2026-05-11'],
    ],
    rungs: [
      '2026-02-09 stage oneDayBefore: xltyj-f1',
      '2026-03-03 stage due: xltyj-f1 xltyj-s1',
      '2026-03-05 stage plus2: xltyj-l2',
      '2026-03-10 stage plus5: xltsf-o1 xltsf-o2',
      '2026-03-26 overall halfWay: xltyj-f1',
      '2026-05-09 overall oneDayBefore: xltyj-f1',
      '2026-05-11 overall due: xltyj-f1 xltyj-s1',
      '2026-05-13 overall plus2: xltyj-l2',
      '2026-05-18 overall plus5: xltsf-o1 xltsf-o2',
    ],
  },
  'an opinion returned once: a fresh period': {
    begins: 'C01',
    until: 'giveOpinion',
    steps: [['2026-02-24T09:00', 'xltyj-q1', 'returnOpinion', reasons, ['legalReview', 'xltyj-r1', 1, '2026-03-02']]],
    missed: [['stage', 'legalReview', '2026-03-02'], inReview],
  },
  'an opinion returned twice: what was left on the day of the opinion': {
    begins: 'C01',
    until: 'giveOpinion',
    steps: [
      ['2026-02-24T09:00', 'xltyj-q1', 'returnOpinion', reasons, ['legalReview', 'xltyj-r1', 1, '2026-03-02']],
      ['2026-02-25T10:00', 'xltyj-r1', 'giveOpinion', 'again', ['legalSignOff', 'xltyj-q1', 1, '2026-02-26']],
      ['2026-02-26T09:00', 'xltyj-q1', 'returnOpinion', reasons, ['legalReview', 'xltyj-r1', 1, '2026-03-03']],
    ],
    missed: [['stage', 'legalReview', '2026-03-03'], inReview],
    rungs: [
      '2026-02-09 stage oneDayBefore: xltyj-f1',
      '2026-02-14 stage halfWay: xltyj-r1',
      '2026-02-28 stage halfWay: xltyj-r1',
      '2026-03-02 stage oneDayBefore: xltyj-r1',
      '2026-03-03 stage due: xltyj-r1 xltyj-q1',
      '2026-03-05 overall halfWay: xltyj-r1',
      '2026-03-05 stage plus2: xltyj-l2',
      '2026-03-10 stage plus5: xltsf-o1 xltsf-o2',
      '2026-04-17 overall oneDayBefore: xltyj-r1',
      '2026-04-20 overall due: xltyj-r1 xltyj-q1',
      '2026-04-22 overall plus2: xltyj-l2',
      '2026-04-27 overall plus5: xltsf-o1 xltsf-o2',
    ],
  },
  'an opinion returned twice with nothing much left: two working days': {
    begins: 'C01',
    until: 'giveOpinion',
    steps: [
      ['2026-02-24T09:00', 'xltyj-q1', 'returnOpinion', reasons, ['legalReview', 'xltyj-r1', 1, '2026-03-02']],
      ['2026-02-28T10:00', 'xltyj-r1', 'giveOpinion', 'again', ['legalSignOff', 'xltyj-q1', 1, '2026-03-02']],
      ['2026-03-02T09:00', 'xltyj-q1', 'returnOpinion', reasons, ['legalReview', 'xltyj-r1', 1, '2026-03-04']],
    ],
    missed: [['stage', 'legalReview', '2026-03-04'], inReview],
  },
  'a meeting postponed keeps its deadline; the next one returns the case': {
    begins: 'C02',
    until: 'conveneMeeting',
    steps: [
      ['2026-03-12T15:00', 'xltyj-l1', 'recordMeeting', { result: 'postponed', resolution: '延期。', minutesNo: '1' }, ['deliberation', 'xltyj-l1', 1, '2026-03-16']],
      ['2026-03-17T09:00', 'xltyj-l1', 'conveneMeeting', 'again', ['deliberation', 'xltyj-l1', 1, '2026-03-16']],
      ['2026-03-19T10:00', 'xltyj-l1', 'recordMeeting', { result: 'investigating', resolution: '补充调查。' }, ['investigating', others, 1, null]],
      ['2026-03-24T09:00', 'xltyj-h3', 'submit', { contentVersion: 3 }, ['firstReview', 'xltyj-f2', 1, '2026-03-26']],
    ],
    missed: [['stage', 'deliberation', '2026-03-16'], ['stage', 'firstReview', '2026-03-26'], ['overall', 'firstReview', '2026-04-13']],
    rungs: [
      '2026-02-10 stage oneDayBefore: xltyj-f2',
      '2026-02-24 stage oneDayBefore: xltyj-f2',
      '2026-02-26 overall halfWay: xltyj-q1',
      '2026-03-03 stage oneDayBefore: xltyj-h3 xltyj-h4',
      '2026-03-05 stage halfWay: xltyj-r1',
      '2026-03-06 stage oneDayBefore: xltyj-r1',
      '2026-03-12 stage halfWay: xltyj-l1',
      '2026-03-13 stage oneDayBefore: xltyj-l1',
      '2026-03-16 stage due: xltyj-l1 xltsf-o1 xltsf-o2',
      '2026-03-18 stage plus2: xltyj-l3',
      '2026-03-25 stage oneDayBefore: xltyj-f2',
      '2026-03-26 stage due: xltyj-f2 xltyj-s2',
      '2026-03-30 stage plus2: xltyj-l3',
      '2026-04-02 stage plus5: xltsf-o1 xltsf-o2',
      '2026-04-10 overall oneDayBefore: xltyj-f2',
      '2026-04-13 overall due: xltyj-f2 xltyj-s2',
      '2026-04-15 overall plus2: xltyj-l3',
      '2026-04-20 overall plus5: xltsf-o1 xltsf-o2',
    ],
  },
  'reopened while the decision was being issued': {
    begins: 'C02',
    until: 'recordMeeting',
    steps: [
      ['2026-03-13T11:00', 'xltyj-h3', 'reopen', reasons, ['investigating', others, 1, null]],
      ['2026-03-18T09:00', 'xltyj-h3', 'submit', { contentVersion: 3 }, ['firstReview', 'xltyj-f2', 1, '2026-03-20']],
    ],
    missed: [
      ['stage', 'firstReview', '2026-03-20'],
      ['overall', 'firstReview', '2026-04-13'],
    ],
  },
  'amended after archiving: a closed workflow begins again and the whole way is gone once more': {
    begins: 'C02',
    steps: [
      ['2026-05-11T10:00', 'xltyj-l1', 'amendDecision', { reason: '数额有误', source: '自行复核' }, ['investigating', others, 1, null]],
      ['2026-05-12T09:00', 'xltyj-p1', 'withdrawPublication', reason, ['investigating', others, 1, null]],
      ['2026-05-13T09:00', 'xltyj-h3', 'saveDraft', { version: 4 }, ['investigating', others, 1, null]],
      ['2026-05-14T09:00', 'xltyj-h3', 'submit', { contentVersion: 4 }, ['firstReview', 'xltyj-f2', 1, '2026-05-18']],
      ['2026-05-15T09:00', 'xltyj-f2', 'passFirstReview', 'again', ['sectionSignOff', 'xltyj-s2', 1, '2026-05-18']],
      ['2026-05-18T09:00', 'xltyj-s2', 'signOffSection', 'again', ['intake', 'xltyj-q1', 1, '2026-05-19']],
      ['2026-05-19T09:00', 'xltyj-q1', 'acceptForReview', 'again', ['legalReview', 'xltyj-r1', 2, '2026-05-26']],
      ['2026-05-20T09:00', 'xltyj-r1', 'giveOpinion', 'again', ['legalSignOff', 'xltyj-q1', 2, '2026-05-21']],
      ['2026-05-21T09:00', 'xltyj-q1', 'approveOpinion', 'again', ['deliberation', 'xltyj-l1', 2, '2026-05-28']],
      ['2026-05-22T09:00', 'xltyj-l1', 'conveneMeeting', { meetingAt: '2026-05-25T08:30:00+08:00', members: ['xltyj-l1', 'xltyj-l2', 'xltyj-l3', 'xltyj-l4', 'xltyj-l5'] }, ['deliberation', 'xltyj-l1', 2, '2026-05-28']],
      ['2026-05-25T09:00', 'xltyj-l1', 'recordMeeting', 'again', ['issuing', others, 2, '2026-05-27']],
      ['2026-05-26T09:00', 'xltyj-h4', 'issueDecision', { contentVersion: 4 }, ['fulfilment', others, 2, null]],
    ],
    missed: [
      ['serve', 'fulfilment', '2026-06-04'],
      ['publish', 'fulfilment', '2026-06-04'],
    ],
  },
}; // prettier-ignore
