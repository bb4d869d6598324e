import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { renumbered, requestFor, storyOf, upTo } from '../support/stories.ts';

const { requests } = storyOf('C08');
const filed = requestFor(requests, 'register');
/** A Saturday; 10 October was worked in its place of the National Day week. */
const renewal = { permitNo: '湘发改许〔2023〕7号', validTo: '2026-10-17' };

describe('a permit whose renewal is applied for', () => {
  let system: RecordedSystem;
  let id: string;

  beforeAll(async () => {
    system = await createRecordedSystem();
    id = await system.tellAll([{ ...filed, body: { ...filed.body, renewal } }]);
  });
  afterAll(() => system.close());

  const page = async (at: string) => (await system.get(filed.person, `/api/v1/cases/${id}`, at)).body;
  const file = (body: object) => system.post(filed.person, '/api/v1/cases', { ...filed.body, ...body }, filed.at);
  const cases = async () => (await system.db.asOwner('SELECT id FROM case_file')).length;

  test('has the end of the present one among its deadlines, and says what it means', async () => {
    const {
      effectOfLawDue,
      renewedByLawAt,
      remaining,
      deadlines,
      filed: told,
    } = await page('2026-09-08T09:00:00+08:00');
    expect([effectOfLawDue, renewedByLawAt, told.renewal]).toEqual(['2026-10-17', null, renewal]);
    expect(remaining.effectOfLaw.workdaysLeft).toBeGreaterThan(20);
    expect(deadlines.find(({ name }: { name: string }) => name === 'effectOfLaw')).toMatchObject({
      label: '原许可有效期',
      day: '2026-10-17',
      budget: null,
      explanation: { zh: '原许可有效期至2026年10月17日（周六）；此前未作决定的，视为准予延续（行政许可法第五十条）。' },
    });
  });

  test('counts as renewed when nothing is decided by then: on record, told, and the case goes on', async () => {
    const at = '2026-10-19T09:00:00+08:00';
    const said = await system.post(filed.person, `/api/v1/cases/${id}/actions/comment`, { text: '已阅' }, at);
    expect(said.status).toBe(200);
    const { renewedByLawAt, overdue, stage, pass, decision, history } = await page(at);
    expect([renewedByLawAt, stage, pass, decision]).toEqual(['2026-10-17T23:59:59+08:00', 'investigating', null, null]);
    expect(overdue).toContain('effectOfLaw');
    const event = history.find(({ type }: { type: string }) => type === 'effectOfLaw');
    expect(event).toMatchObject({ label: '视为准予延续', actor: 'system', pass: 'unchanged' });
    const notices = (await system.get(filed.person, '/api/v1/notifications', at)).body.items;
    expect(notices.map(({ kind }: { kind: string }) => kind)).toContain('effectOfLaw');
  });

  test.each([
    ['what is done of the agency’s own motion', { onApplication: false, renewal }],
    ['a penalty', { category: 'penalty', publication: null, renewal }],
    ['no day', { renewal: { permitNo: '湘发改许〔2023〕7号' } }],
  ])('is not %s', async (_name, body) => {
    const before = await cases();
    const { status, body: answer } = await file(body);
    expect([status, answer.code]).toEqual([400, 'input.invalid']);
    expect(answer.details.issues.map(({ path }: { path: string }) => path)).toEqual([
      expect.stringMatching(/^renewal/),
    ]);
    expect(await cases()).toBe(before);
  });

  test('has no such day any more once it is decided', async () => {
    const other = await system.tellAll(
      upTo(renumbered(requests, { opinion: 1, decision: 1 }), 'issueDecision').map((one, n) =>
        n === 0 ? { ...one, body: { ...one.body, renewal } } : one,
      ),
    );
    const { effectOfLawDue, deadlines } = (await system.get(filed.person, `/api/v1/cases/${other}`, '2026-11-20T09:00:00+08:00')).body; // prettier-ignore
    expect(effectOfLawDue).toBeNull();
    expect(deadlines.find(({ name }: { name: string }) => name === 'effectOfLaw').status).toBe('ended');
    const at = '2026-11-20T09:00:00+08:00';
    const ask = async (path: string) => (await system.get('xtsf-o1', `/api/v1/oversight/${path}`, at)).body;
    const { limits } = await ask('statistics?from=2026-09&to=2026-11');
    const counted = { clock: 'effectOfLaw', limit: 'untilDay', name: '原许可有效期', ended: 1, late: 0 };
    expect(limits).toContainEqual(expect.objectContaining(counted));
    const rows = 'counted?from=2026-09&to=2026-11&of=limits&clock=effectOfLaw&limitKey=untilDay';
    expect(await ask(rows)).toMatchObject({ total: 1, items: [{ id: other }] });
  });
});
