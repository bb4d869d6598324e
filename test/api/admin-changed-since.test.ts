import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '../../domain/calendar.ts';
import { todayForAWhile } from '../support/today.ts';
import { createAdminSystem, openCase, type AdminSystem } from '../support/administration.ts';
import { security, system } from '../support/administrators.ts';
import { sections } from '../support/import-bodies.ts';

const colleague = 'xltyj-h8';
const today = await todayForAWhile();
let admin: AdminSystem;
let names: Map<string, string>;

beforeAll(async () => {
  admin = await createAdminSystem();
  await admin.db.asOwner(`UPDATE person SET roles = '{systemAdmin}' WHERE id = '${colleague}'`);
  const rows = await admin.db.asOwner('SELECT id, name FROM person');
  names = new Map(rows.map((row) => [row['id'] as string, row['name'] as string]));
});
afterAll(() => admin.close());

/** What the refusal says of the time between somebody's dry run and their confirmation. */
async function refused(person: string, kind: string, body: object, meanwhile: () => Promise<unknown>, asked = true) {
  const { body: looked } = await admin.bring(person, kind, body, { dryRun: true });
  await meanwhile();
  const asOf = asked ? `&asOf=${looked['asOf']}` : '';
  const { body: refusal } = await admin.post(person, `imports/${kind}?basis=${looked['basis']}${asOf}`, body);
  expect(refusal).toMatchObject({ status: 409, code: 'import.planChanged' });
  return refusal['details'];
}

const applied = async (person: string, kind: string, body: object) => {
  expect((await admin.bring(person, kind, body)).body).toMatchObject({ applied: true });
};
const named = (name: string) => ({ agencies: [{ id: 'xltyj', sections: sections.map((one, n) => (n === 0 ? { ...one, name } : one)) }] }); // prettier-ignore
const titled = (id: string, title: string) => ({ people: [{ id, title }] });

describe('a confirmation that is refused since something changed after the dry run', () => {
  test('names who changed which record when, in Chinese and English', async () => {
    const { changedSince, asOf } = await refused(system, 'organisation', named('执法一队'), () =>
      applied(colleague, 'organisation', named('执法大队')),
    );
    expect(changedSince).toMatchObject([
      {
        person: colleague,
        personName: names.get(colleague),
        action: 'import organisation',
        records: [{ kind: 'section', name: '执法大队', what: 'changed', fields: ['name'] }],
        count: 1,
      },
    ]);
    expect(changedSince[0].zh).toBe(`${changedSince[0].at.slice(0, 16).replace('T', ' ')} ${names.get(colleague)}改动科室「执法大队」。`); // prettier-ignore
    expect(changedSince[0].en).toContain(`${names.get(colleague)} changed section “执法大队”.`);
    expect(Number(asOf)).toBeGreaterThan(0);
  });

  test('names nothing from before the dry run, and of many the latest five', async () => {
    await applied(colleague, 'people', titled('xltyj-h1', '科员'));
    const after = async (times: number) => {
      const { changedSince } = await refused(system, 'people', titled('xltyj-h1', '主任科员'), async () => {
        for (let n = 0; n < times; n += 1) await applied(colleague, 'people', titled('xltyj-h1', `科员${times}${n}`));
      });
      return changedSince.length;
    };
    expect(await after(2)).toBe(2);
    expect(await after(6)).toBe(5);
  });

  test('tells nothing of what the reader does not administer: leave to the security administrator', async () => {
    const withdrawn = (person: string, legalExam: boolean) => ({ people: [{ id: person, legalExam: { passed: legalExam } }] }); // prettier-ignore
    const { changedSince } = await refused(security, 'people', withdrawn('xltyj-h2', true), async () => {
      const days = { from: addDays(today, 30), to: addDays(today, 31) };
      await applied(system, 'people', { people: [{ id: 'xltyj-h2', leave: [{ ...days, kind: '病假' }] }] });
      await applied(security, 'people', withdrawn('xltyj-h2', true));
    });
    expect(changedSince.map(({ person }: { person: string }) => person)).toEqual([security]);
    expect(JSON.stringify(changedSince)).not.toMatch(/leave|病假/);
  });

  test('says that it was none of these records where an open case stands in the way by now', async () => {
    const leaving = { people: [{ id: 'xltyj-h5', leftOn: addDays(today, 1) }] };
    const details = await refused(system, 'people', leaving, () =>
      openCase(admin.db, { id: 'two', stage: 'investigating', holder: ['xltyj-h5'], handlers: ['xltyj-h5'] }),
    );
    expect(details).toMatchObject({ changedSince: [], breaks: [{ code: 'import.orphansCases' }] });
  });

  test('says nothing of it to who did not send when they looked', async () => {
    const change = () => applied(colleague, 'people', titled('xltyj-h3', '科员'));
    const details = await refused(system, 'people', titled('xltyj-h3', '主任科员'), change, false);
    expect(details).not.toHaveProperty('changedSince');
    expect(details).toHaveProperty('asOf');
  });
});
