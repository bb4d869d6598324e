import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAdminSystem, type AdminSystem } from '../support/administration.ts';
import { catalogue, organisation } from '../support/demo-data.ts';

const initial = 'rehearsal-admin';
let admin: AdminSystem;

beforeAll(async () => {
  admin = await createAdminSystem('rehearsal');
});
afterAll(() => admin.close());

/** An agency of the demo with its bureau, under ids of their own. */
function copyOf(agency: string, prefix: string) {
  const own = organisation.agencies.find(({ id }) => id === agency)!;
  const bureau = organisation.agencies.find(({ id }) => id === own.overseenBy)!;
  const people = organisation.people.filter((person) => [agency, bureau.id].includes(person.agency));
  const ids = [
    agency,
    bureau.id,
    ...[own, bureau].flatMap((one) => one.sections.map(({ id }) => id)),
    ...people.map(({ id }) => id),
  ];
  const renamed = <T>(value: T): T =>
    JSON.parse(
      JSON.stringify(value).replace(/"([^"]+)"/g, (all, text: string) =>
        ids.includes(text) ? `"${prefix}${text}"` : all,
      ),
    ) as T;
  const strip = ({ parameters: _, oversees: __, reviewAllButSummary: ___, ...one }: Record<string, unknown>) => one;
  return {
    organisation: { agencies: renamed([bureau, own]).map(strip) },
    packs: renamed(own.parameters.map(({ effectiveFrom, limits }) => ({ agency, effectiveFrom, limits }))),
    people: renamed(people),
    entries: renamed(catalogue.entries.filter((one) => one.agency === agency)).map((one) => ({
      ...one,
      id: `${prefix}${one.id}`,
    })),
  };
}

describe('the initial administrator of a rehearsal', () => {
  test('imports a whole agency with its bureau, one account a person, in less than five seconds of work', async () => {
    const copy = copyOf('xltyj', 'T1-');
    const before = process.cpuUsage();
    expect((await admin.bring(initial, 'organisation', copy.organisation)).body).toMatchObject({ applied: true });
    expect((await admin.bring(initial, 'parameters', { packs: copy.packs })).body).toMatchObject({ applied: true });
    const people = await admin.bring(initial, 'people', { people: copy.people }, { key: 'people-of-T1' });
    expect(people.body).toMatchObject({ applied: true });
    expect((await admin.bring(initial, 'catalogue', { entries: copy.entries })).body).toMatchObject({ applied: true });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(5_000);

    const accounts = people.body['accounts'] as { username: string; password: string }[];
    expect(accounts.map(({ username }) => username)).toEqual(copy.people.map(({ id }) => id));
    await admin.api.browser().post('/api/v1/session').send(accounts[0]).expect(201);
    const again = await admin.bring(initial, 'people', { people: copy.people }, { key: 'people-of-T1' });
    expect(again.body).toEqual(people.body);
    expect(await admin.db.database.agencyGrant.findFirst({ where: { agencyId: 'T1-xltyj' } })).toMatchObject({
      granteeId: 'T1-xltsf',
    });
    const chains = await admin.db.asOwner(
      `SELECT agency_id, max(seq)::int AS leaves FROM ledger_leaf WHERE agency_id LIKE 'T1-%' GROUP BY 1 ORDER BY 1`,
    );
    expect(chains).toEqual([
      { agency_id: 'T1-xltsf', leaves: 2 },
      { agency_id: 'T1-xltyj', leaves: 4 },
    ]);
  });

  test('keeps no password in any row', async () => {
    const rows = await admin.db.asOwner<{ answer: unknown }>(
      `SELECT answer FROM command_intake WHERE key = 'people-of-T1'`,
    );
    expect(JSON.stringify(rows)).not.toMatch(/password/);
  });

  test('cannot bring an agency whose people lack the roles that its lists name', async () => {
    const copy = copyOf('xltyj', 'T2-');
    await admin.bring(initial, 'organisation', copy.organisation);
    const people = copy.people.map((one) => (one.id === 'T2-xltyj-q1' ? { ...one, roles: ['handler'] } : one));
    expect((await admin.bring(initial, 'people', { people })).body).toMatchObject({
      status: 409,
      code: 'import.roleMissing',
    });
  });
});
