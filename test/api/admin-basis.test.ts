import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '../../domain/calendar.ts';
import { todayForAWhile } from '../support/today.ts';
import { createAdminSystem, everything, openCase, type AdminSystem } from '../support/administration.ts';
import { security, system } from '../support/administrators.ts';
import { sections } from '../support/import-bodies.ts';

const colleague = 'xltyj-h8';
const elsewhere = 'asys-y1';
const today = await todayForAWhile();
let admin: AdminSystem;

beforeAll(async () => {
  admin = await createAdminSystem();
  await admin.db.asOwner(`UPDATE person SET roles = '{systemAdmin}' WHERE id = '${colleague}'`);
  await openCase(admin.db, { id: 'one', stage: 'investigating', holder: ['xltyj-h1'], handlers: ['xltyj-h1'] });
});
afterAll(() => admin.close());

async function looked(person: string, kind: string, body: object): Promise<string> {
  const { status, body: answer } = await admin.bring(person, kind, body, { dryRun: true });
  expect({ status, breaks: answer['breaks'] }).toEqual({ status: 200, breaks: [] });
  expect(answer['basis']).toMatch(/^[0-9a-f]{64}$/);
  return answer['basis'] as string;
}

const confirm = (person: string, kind: string, body: object, basis: string, key?: string) =>
  admin.post(person, `imports/${kind}?basis=${basis}`, body, key);

const applied = async (person: string, kind: string, body: object) => {
  expect((await admin.bring(person, kind, body)).body).toMatchObject({ applied: true });
};

/** Refused with the dry run as it is now, and nothing but the refusal is left; that dry run can be confirmed. */
async function refusedThenConfirmed(person: string, kind: string, body: object, basis: string) {
  const before = await everything(admin.db);
  const { body: refusal } = await confirm(person, kind, body, basis);
  expect(refusal).toMatchObject({ status: 409, code: 'import.planChanged', details: { dryRun: true, applied: false } });
  expect(refusal['detail']).toContain('预演之后情况有了变动');
  expect(refusal['detailEn']).toContain('Something changed after the dry run');
  expect(await everything(admin.db)).toEqual(before);
  expect(refusal['details'].basis).not.toBe(basis);
  expect((await confirm(person, kind, body, refusal['details'].basis)).body).toMatchObject({ applied: true });
  return refusal['details'];
}

describe('what was looked at is what is applied', () => {
  test('where nobody changed anything, and again under the same key, whatever was changed since', async () => {
    const body = { people: [{ id: 'xltyj-h1', title: '主任科员' }] };
    const basis = await looked(system, 'people', body);
    const first = await confirm(system, 'people', body, basis, 'looked-at-once');
    expect(first.body).toMatchObject({ applied: true, changes: [{ id: 'xltyj-h1' }] });
    await applied(system, 'people', { people: [{ id: 'xltyj-h1', title: '科员' }] });
    expect((await confirm(system, 'people', body, basis, 'looked-at-once')).body).toEqual(first.body);
    const [person] = await admin.db.asOwner(`SELECT title FROM person WHERE id = 'xltyj-h1'`);
    expect(person).toEqual({ title: '科员' });
  });

  test('or nothing, where another administrator changed the same: the refusal brings the new dry run', async () => {
    const named = (name: string) => ({ agencies: [{ id: 'xltyj', sections: sections.map((one, n) => (n === 0 ? { ...one, name } : one)) }] }); // prettier-ignore
    const basis = await looked(system, 'organisation', named('执法一队'));
    await applied(colleague, 'organisation', named('执法大队'));
    const { changes } = await refusedThenConfirmed(system, 'organisation', named('执法一队'), basis);
    expect(changes[0].fields).toEqual({ name: { before: '执法大队', after: '执法一队' } });
    const refusals = await admin.db.asOwner(`SELECT 1 FROM command_intake i JOIN ledger_leaf l ON l.ref = i.id AND l.kind = 'refusal' WHERE i.code = 'import.planChanged'`); // prettier-ignore
    expect(refusals).toHaveLength(1);
  });

  test('where what another administrator changed is no part of it: of the same person, or of another record', async () => {
    const body = { people: [{ id: 'xltyj-h2', title: '主任科员' }] };
    const basis = await looked(system, 'people', body);
    await applied(security, 'people', { people: [{ id: 'xltyj-h2', legalExam: { passed: true } }, { id: 'xltyj-h4', roles: [] }] }); // prettier-ignore
    await applied(colleague, 'people', { people: [{ id: 'xltyj-h3', title: '主任科员' }] });
    expect((await confirm(system, 'people', body, basis)).body).toMatchObject({ applied: true });
    const [person] = await admin.db.asOwner(`SELECT title, legal_exam FROM person WHERE id = 'xltyj-h2'`);
    expect(person).toEqual({ title: '主任科员', legal_exam: { passed: true } });
  });

  test('or nothing, where it would leave an open case behind by now: the new dry run says so', async () => {
    const body = { people: [{ id: 'xltyj-h5', leftOn: addDays(today, 1) }] };
    const basis = await looked(system, 'people', body);
    await openCase(admin.db, { id: 'two', stage: 'investigating', holder: ['xltyj-h5'], handlers: ['xltyj-h5'] });
    const { body: refusal } = await confirm(system, 'people', body, basis);
    expect(refusal).toMatchObject({ code: 'import.planChanged', details: { breaks: [{ code: 'import.orphansCases' }] } });
    const again = await confirm(system, 'people', body, refusal['details'].basis);
    expect(again.body).toMatchObject({ status: 409, code: 'import.orphansCases' });
  }); // prettier-ignore

  test('or nothing, where the parameters that give way are others by now; not for the cases filed meanwhile', async () => {
    const pack = (days: number, value: number, agency = 'xltyj') => ({ packs: [{ agency, effectiveFrom: addDays(today, days), limits: { firstReview: { value, unit: 'wd' } } }] }); // prettier-ignore
    const basis = await looked(system, 'parameters', pack(60, 4));
    await applied(elsewhere, 'parameters', pack(30, 3, 'asys'));
    await applied(colleague, 'parameters', pack(30, 3));
    const { effects } = await refusedThenConfirmed(system, 'parameters', pack(60, 4), basis);
    expect(effects).toMatchObject([{ limit: 'firstReview', before: { value: 3 }, after: { value: 4 } }]);
    const third = await looked(system, 'parameters', pack(90, 5));
    await openCase(admin.db, { id: 'three', stage: 'investigating', holder: ['xltyj-h1'], handlers: ['xltyj-h1'] });
    const { body } = await confirm(system, 'parameters', pack(90, 5), third);
    expect(body).toMatchObject({ applied: true, effects: [{ comeToIt: effects[0].comeToIt + 1 }] });
  });

  test('or bad input, where the basis is no digest', async () => {
    const { body } = await confirm(system, 'people', { people: [{ id: 'xltyj-h1' }] }, 'BASIS');
    expect(body).toMatchObject({ status: 400, code: 'input.invalid', details: { issues: [{ path: 'basis' }] } });
  });
});

describe('at the same moment', () => {
  test('only one of two confirmations of one dry run is applied', async () => {
    const body = { people: [{ id: 'xltyj-h6', title: '主任科员' }] };
    const basis = await looked(system, 'people', body);
    const answers = await Promise.all([system, colleague].map((person) => confirm(person, 'people', body, basis)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await admin.db.asOwner(`SELECT 1 FROM admin_change WHERE target = 'xltyj-h6'`)).toHaveLength(1);
  });

  test('an import does not bring back the role that is withdrawn from the person', async () => {
    for (let n = 0; n < 5; n += 1) {
      const role = (grant: boolean) => admin.post(security, 'people/xltyj-h7/roles', { role: 'handler', grant });
      await role(true);
      const title = { people: [{ id: 'xltyj-h7', title: `科员${n}` }] };
      const answers = await Promise.all([admin.bring(system, 'people', title), role(false)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const [person] = await admin.db.asOwner(`SELECT title, roles FROM person WHERE id = 'xltyj-h7'`);
      expect(person).toEqual({ title: `科员${n}`, roles: [] });
    }
  });
});
