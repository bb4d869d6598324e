import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { workflowIdOf } from '../../workflows/messages.ts';
import { createCaseSystem, tellAll, type Answer, type CaseSystem } from '../support/case-system.ts';
import { eventsOf, foldFaults, historyText, ledgerFaults, rowCounts, wordsOf } from '../support/records.ts';
import { renumbered, requestFor, storyOf, upTo } from '../support/stories.ts';
import { startDevTemporal } from '../support/temporal.ts';
import { until } from '../support/until.ts';

const { requests } = storyOf('C01');
const told = (action: string) => requestFor(requests, action);
const register = told('register');
const codeOf = ({ status, body }: Answer) => `${status} ${body['code']}`;

describe('cases over HTTP', () => {
  let system: CaseSystem;

  beforeAll(async () => {
    system = await createCaseSystem({ temporal: await startDevTemporal(), profile: 'rehearsal' });
  });
  afterAll(async () => {
    await system?.close();
    await system?.temporal.stop();
  });

  const upToStage = (action: string) => tellAll(system, upTo(requests, action));
  function changed(before: Record<string, number>, after: Record<string, number>): Record<string, number> {
    const entries = Object.keys(after).filter((table) => table !== 'session' && after[table] !== before[table]);
    return Object.fromEntries(entries.map((table) => [table, after[table]! - before[table]!]));
  }

  test('a refused filing leaves no case and no event, only its intake row and its ledger leaf', async () => {
    const before = await rowCounts(system.db);
    const answer = await system.tell({ ...register, body: { ...register.body, handlers: ['xltyj-h1'] } });
    expect(codeOf(answer)).toBe('403 certificate.fewerThanTwo');
    const { ledger_head: _head, ...left } = changed(before, await rowCounts(system.db));
    expect(left).toEqual({ command_intake: 1, ledger_leaf: 1 });
  });

  describe('one key', () => {
    test('the same filing sent twice is one case with one answer', async () => {
      const key = randomUUID();
      const first = await system.tell(register, '', { key });
      const second = await system.tell(register, '', { key });
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(second.body).toEqual(first.body);
      expect(await eventsOf(system.db, String(first.body['id']))).toHaveLength(1);
    });

    test('the same act sent twice is done once and answered alike', async () => {
      const caseId = await upToStage('saveDraft');
      const key = randomUUID();
      const first = await system.tell(told('submit'), caseId, { key });
      const second = await system.tell(told('submit'), caseId, { key });
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(second.body).toEqual(first.body);
      expect((await eventsOf(system.db, caseId)).filter(({ type }) => type === 'submit')).toHaveLength(1);
    });

    test('the same refused act sent twice is refused alike and leaves one refusal and one leaf', async () => {
      const caseId = await upToStage('submit');
      const key = randomUUID();
      const before = await rowCounts(system.db);
      const [first, second] = [
        await system.tell(told('saveDraft'), caseId, { key, at: told('submit').at }),
        await system.tell(told('saveDraft'), caseId, { key, at: told('submit').at }),
      ];
      expect(codeOf(first)).toBe('409 stage.wrongStage');
      expect(second.body).toEqual(first.body);
      expect(changed(before, await rowCounts(system.db))).toEqual({ command_intake: 1, ledger_leaf: 1 });
    });

    test('the same key with another body is refused and changes nothing', async () => {
      const caseId = await upToStage('submit');
      const key = randomUUID();
      await system.tell(told('passFirstReview'), caseId, { key });
      const before = await rowCounts(system.db);
      const other = { ...told('passFirstReview'), body: { opinion: '另一个意见。' } };
      expect(codeOf(await system.tell(other, caseId, { key }))).toBe('422 idempotency.mismatch');
      expect(changed(before, await rowCounts(system.db))).toEqual({});
    });

    test('ten sends of one key at once are one event', async () => {
      const caseId = await upToStage('saveDraft');
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: 10 }, () => system.tell(told('submit'), caseId, { key })));
      expect(new Set(answers.map(({ status, body }) => `${status} ${body['seq']}`)).size).toBe(1);
      expect(answers[0]!.status).toBe(200);
      expect((await eventsOf(system.db, caseId)).filter(({ type }) => type === 'submit')).toHaveLength(1);
    });

    test('ten filings under one key at once are one case', async () => {
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: 10 }, () => system.tell(register, '', { key })));
      expect(new Set(answers.map(({ status, body }) => `${status} ${body['id']} ${body['seq']}`)).size).toBe(1);
      expect(answers[0]!.status).toBe(201);
      expect(await eventsOf(system.db, String(answers[0]!.body['id']))).toHaveLength(1);
    });
  });

  test('of two handlers who submit at once one wins and the other is told why not', async () => {
    const caseId = await upToStage('saveDraft');
    const other = { ...told('submit'), person: 'xltyj-h2' };
    const answers = await Promise.all([system.tell(told('submit'), caseId), system.tell(other, caseId)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.body['code']).toBe('stage.wrongStage');
    expect((await eventsOf(system.db, caseId)).filter(({ type }) => type === 'submit')).toHaveLength(1);
  });

  describe('the gate', () => {
    test('no decision is issued without a pass', async () => {
      const caseId = await upToStage('acceptForReview');
      const early = { ...told('issueDecision'), at: told('acceptForReview').at };
      expect(codeOf(await system.tell(early, caseId))).toBe('409 gate.noPass');
    });

    test('evidence added after the pass voids it, and the decision is not issued', async () => {
      const caseId = await tellAll(system, upTo(requests, 'approveAsLeader'));
      const evidence = { id: 'E99', kind: '书证', name: '补充的材料' };
      const at = told('approveAsLeader').at;
      const added = await system.post('xltyj-h1', `/api/v1/cases/${caseId}/actions/addRecord`, evidence, { at });
      expect(added.body).toMatchObject({ stage: 'issuing', pass: null });
      expect(codeOf(await system.tell(told('issueDecision'), caseId))).toBe('409 gate.contentChanged');
      expect(await system.db.asOwner('SELECT 1 FROM decision WHERE case_id = $1', [caseId])).toEqual([]);
    });
  });

  test('a handler of the case cannot first-review it, whatever other role they are given', async () => {
    const caseId = await upToStage('submit');
    const review = { ...told('passFirstReview'), person: 'xltyj-h2' };
    expect(codeOf(await system.tell(review, caseId))).toBe('403 role.missing');
    await system.db.asOwner(`UPDATE person SET roles = roles || 'firstReviewer'::text WHERE id = 'xltyj-h2'`);
    expect(codeOf(await system.tell(review, caseId))).toBe('403 duty.separation');
    await system.db.asOwner(`UPDATE person SET roles = array_remove(roles, 'firstReviewer') WHERE id = 'xltyj-h2'`);
  });

  test("another agency's user sees no case and may not act on it", async () => {
    const caseId = await upToStage('submit');
    expect(codeOf(await system.get('czsw-h3', `/api/v1/cases/${caseId}`, { at: register.at }))).toBe(
      '404 case.unknown',
    );
    const foreign = { ...told('passFirstReview'), person: 'czsw-f1' };
    expect(codeOf(await system.tell(foreign, caseId))).toBe('403 role.missing');
    expect(await eventsOf(system.db, caseId)).toHaveLength(upTo(requests, 'submit').length);
  });

  test.each([
    ['of another agency', 'czsw-h3'],
    ['who administers the agency', 'xltyj-y1'],
  ])('somebody %s who acts on it all the same is not told where it stands, nor who did what', async (_who, person) => {
    const caseId = await upToStage('submit');
    const { at } = told('submit');
    const again = { ...told('submit'), at };
    const { body } = await system.tell({ ...again, person }, caseId);
    expect(body).toMatchObject({ status: 409, code: 'stage.wrongStage' });
    expect(body['details']).toBeUndefined();
    const { body: own } = await system.tell(again, caseId);
    expect(own['details']).toMatchObject({ stage: 'firstReview', last: { type: 'submit', actor: again.person } });
  });

  test('a refused command leaves its intake row and its ledger leaf and nothing else', async () => {
    const caseId = await upToStage('submit');
    const before = await rowCounts(system.db);
    const { at } = told('submit');
    const refused = { ...told('passFirstReview'), person: 'xltyj-h1', at };
    expect((await system.tell(refused, caseId)).status).toBe(403);
    expect(changed(before, await rowCounts(system.db))).toEqual({ command_intake: 1, ledger_leaf: 1 });
  });

  test('an operator finds the workflow in Temporal by the stage its case is in', async () => {
    const caseId = await upToStage('passFirstReview');
    const found = async (stage: string) => {
      const query = `SanxiangAgency = 'xltyj' AND SanxiangStage = '${stage}' AND SanxiangDueAt IS NOT NULL`;
      const ids: string[] = [];
      for await (const { workflowId } of system.client.workflow.list({ query })) ids.push(workflowId);
      return ids.includes(workflowIdOf(caseId));
    };
    await until(async () => (await found('sectionSignOff')) || undefined);
    expect([await found('sectionSignOff'), await found('firstReview')]).toEqual([true, false]);
  });

  describe('what no schema allows is answered with a code and never 500', () => {
    let caseId: string;
    let rows: Record<string, number>;
    beforeAll(async () => {
      caseId = await upToStage('submit');
      rows = await rowCounts(system.db);
    });
    afterAll(async () => expect(changed(rows, await rowCounts(system.db))).toEqual({}));

    const at = told('submit').at;
    const bodies: [string, string, unknown, string][] = [
      ['an unknown field', 'passFirstReview', { opinion: '同意', verdict: 'agree' }, '400 input.invalid'],
      ['a number for a text', 'passFirstReview', { opinion: 7 }, '400 input.invalid'],
      ['a list for an object', 'passFirstReview', [], '400 input.invalid'],
      ['a nested unknown field', 'giveOpinion', { items: [{ item: 1, surprise: true }] }, '400 input.invalid'],
      [
        'an amount with a third decimal',
        'saveDraft',
        { version: 1, draft: { measures: ['fine'], amountYuan: 1.001 } },
        '400 input.invalid',
      ],
      ['an action that the process does not know', 'approveEverything', {}, '404 action.unknown'],
      ['an action named like what every object has', 'constructor', {}, '404 action.unknown'],
      ['filing as an action', 'register', {}, '404 action.unknown'],
    ];
    test.each(bodies)('%s', async (_what, action, body, code) => {
      expect(codeOf(await system.post('xltyj-h1', `/api/v1/cases/${caseId}/actions/${action}`, body, { at }))).toBe(
        code,
      );
    });

    test.each(['nonsense', '00000000-0000-8000-8000-000000000000', "1'--"])('the case id %s', async (id) => {
      const path = `/api/v1/cases/${encodeURIComponent(id)}`;
      expect(codeOf(await system.get('xltyj-h1', path, { at }))).toBe('404 case.unknown');
      expect(codeOf(await system.post('xltyj-h1', `${path}/actions/submit`, {}, { at }))).toBe('404 case.unknown');
    });

    test('a key that is too short', async () => {
      expect(codeOf(await system.tell(told('passFirstReview'), caseId, { key: 'short' }))).toBe(
        '400 idempotency.missing',
      );
    });
  });

  describe('afterwards', () => {
    test('a whole case leaves nothing personal in its history', async () => {
      const other = renumbered(requests, { opinion: 2 });
      const caseId = await tellAll(system, other);
      const history = await historyText(system.client, workflowIdOf(caseId));
      expect(history).toContain('xltyj-h1');
      expect(wordsOf(other).length).toBeGreaterThan(60);
      expect(wordsOf(other).filter((words) => history.includes(words))).toEqual([]);
    });

    test('the ledger has no gap, every hash fits, and every change and refusal has its one leaf', async () => {
      expect(await ledgerFaults(system.db)).toEqual([]);
    });

    test('folding the events gives the read model', async () => {
      expect(await foldFaults(system.db)).toEqual([]);
    });
  });
});
