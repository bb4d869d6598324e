import { storyOf } from '../../support/stories.ts';

const reason = { reason: '理由' };
const reasons = { reasons: ['理由'] };
const told = ['C01', 'C02', 'C06'];

/** Of acts that no story of the agency has. */
const others: Record<string, object> = {
  recordHearing: { report: '听证报告', recorder: '记录人' },
  withdrawSubmission: reason,
  returnByFirstReviewer: reasons,
  returnBySectionHead: reasons,
  requestSupplement: { missing: ['裁量说明'] },
  consultAdviser: { adviser: 'xltyj-a1', questions: ['适用何法'] },
  advise: { law: '法律意见', risk: '风险', socialImpact: '影响' },
  extendReview: reason,
  returnOpinion: reasons,
  adoptOpinion: { reply: '采纳' },
  object: reasons,
  requestCoordination: reasons,
  concludeCoordination: { to: 'investigating', conclusion: '结论' },
  returnByLeader: reasons,
  reopen: reason,
  terminate: { ground: '当事人死亡' },
  transfer: { ground: '涉嫌犯罪' },
  suspend: { ground: 'expertAppraisal', ...reason },
  resume: reason,
  extendOverall: { basis: '行政处罚法第六十条', ...reason },
  reassign: { from: 'xltyj-h2', to: 'xltyj-h3', ...reason },
  delegate: { from: 'xltyj-h2', to: 'xltyj-h3', until: '2099-01-01', ...reason },
  addReviewer: { to: 'xltyj-r2', ...reason },
  recuse: { person: 'xltyj-l4', ...reason },
  urge: { text: '请抓紧' },
  comment: { text: '意见' },
  copyTo: { to: ['xltyj-s1'] },
  exemptPublication: { ground: 'privacy', basis: '依据', scope: '全部' },
  correctPublication: { what: '当事人名称', ...reason },
  withdrawPublication: reason,
  amendDecision: { source: '复议决定', ...reason },
  annulDecision: { source: '复议决定', sourceNo: '1', ...reason, redo: false },
};

/** Bodies by operation that somebody who means well would send; SERIES stands for a series of one's own. */
export function knownBodies(account: { username: string; password: string }): Record<string, object[]> {
  const bodies: Record<string, object[]> = {
    'POST /api/v1/session': [account],
    'POST /api/v1/admin/imports/organisation': [{ regions: [], agencies: [] }],
    'POST /api/v1/admin/imports/people': [{ people: [{ id: 'xltyj-h8', title: '科员' }] }],
    'POST /api/v1/admin/imports/calendar': [
      { year: 2090, source: '通知', holidays: ['2090-01-02'], makeUpWorkdays: [] },
    ],
    'POST /api/v1/admin/imports/parameters': [
      { packs: [{ agency: 'xltyj', effectiveFrom: '2099-01-01', limits: {} }] },
    ],
    'POST /api/v1/admin/imports/series': [{ series: [{ agency: 'xltyj', series: 'SERIES', year: 2026, last: 5 }] }],
    'POST /api/v1/admin/people/{id}/roles': [{ role: 'handler' }, { role: 'publisher', grant: false }],
    'POST /api/v1/admin/roles': [{ person: 'xltyj-h8', role: 'publisher' }],
    'POST /api/v1/admin/people/{id}/account': [{ what: 'renewPassword' }, { what: 'disable' }, { what: 'enable' }],
  };
  const add = (action: string, body: object) =>
    (bodies[action === 'register' ? 'POST /api/v1/cases' : `POST /api/v1/cases/{id}/actions/${action}`] ??= []).push(
      body,
    );
  for (const { action, body } of told.flatMap((id) => storyOf(id).requests)) add(action, ownNumbers(body));
  for (const [action, body] of Object.entries(others)) add(action, body);
  return bodies;
}

function ownNumbers(body: object): object {
  return JSON.parse(JSON.stringify(body).replace(/[\p{Script=Han}]+〔\d{4}〕\d+号/u, 'SERIES〔2026〕1号')) as object;
}
