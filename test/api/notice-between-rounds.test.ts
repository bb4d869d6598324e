import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { requestFor, storyOf, upTo, type Told } from '../support/stories.ts';

const { requests } = storyOf('C01');
let system: RecordedSystem;
let opinions = 0;

beforeAll(async () => {
  system = await createRecordedSystem();
});
afterAll(() => system.close());

/** What the story does there, at another moment; opinions have numbers of their own. */
function again(action: string, at: string, body: object = {}): Told {
  const told = requestFor(requests, action);
  const number = action === 'approveOpinion' ? { opinionNo: `兴应急审〔2026〕${(opinions += 1)}号` } : {};
  return { ...told, body: { ...told.body, ...number, ...body }, at: `${at}:00+08:00` };
}

const notice = (at: string) => again('recordNotice', at, { documentNo: '兴应急告〔2026〕9号' });
const waived = (at: string) => again('recordAnswer', at);
const issued = (at: string, serial: number) =>
  again('issueDecision', at, { documentNo: `兴应急罚〔2026〕${serial}号`, lateReason: '案情复杂' });
const hashes = async (caseId: string) =>
  (await system.db.asOwner<{ content_hash: string }>('SELECT content_hash FROM review WHERE case_id = $1 ORDER BY seq', [caseId])).map((row) => row.content_hash); // prettier-ignore

test('a notice between two rounds is reviewed in the second, and what is decided is what was reviewed', async () => {
  const told = upTo(requests, 'giveOpinion');
  const caseId = await system.tellAll([
    ...told,
    again('approveOpinion', '2026-02-24T09:00'),
    { action: 'returnByLeader', person: 'xltyj-l2', body: { reasons: ['补充告知'] }, at: '2026-02-25T09:00:00+08:00' },
    notice('2026-02-25T10:00'),
    waived('2026-02-25T11:00'),
    again('submit', '2026-02-26T09:00'),
    again('passFirstReview', '2026-02-26T10:00'),
    again('signOffSection', '2026-02-26T11:00'),
    again('acceptForReview', '2026-02-27T09:00'),
    again('giveOpinion', '2026-02-27T10:00'),
    again('approveOpinion', '2026-02-27T11:00'),
    again('approveAsLeader', '2026-02-28T09:00'),
    issued('2026-02-28T10:00', 1),
  ]);
  const [first, second] = await hashes(caseId);
  expect(second).not.toBe(first);
});

test('a notice while the opinion waits for its signature is reviewed once the opinion is returned', async () => {
  const caseId = await system.tellAll([
    ...upTo(storyOf('C01').requests, 'giveOpinion').map((one) =>
      one.action === 'register' ? { ...one, body: { ...one.body, documentNo: '兴应急立〔2026〕3号' } } : one,
    ),
    notice('2026-02-24T09:00'),
    waived('2026-02-24T09:30'),
    { action: 'returnOpinion', person: 'xltyj-q1', body: { reasons: ['补充意见'] }, at: '2026-02-24T10:00:00+08:00' },
    again('giveOpinion', '2026-02-25T10:00'),
    again('approveOpinion', '2026-02-25T11:00'),
    again('approveAsLeader', '2026-02-26T09:00'),
    issued('2026-02-26T10:00', 2),
  ]);
  expect(await hashes(caseId)).toHaveLength(1);
});
