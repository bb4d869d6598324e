import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { absenceOf } from '../../domain/absence.ts';
import type { PersonFacts } from '../../domain/command.ts';
import { taskOf } from '../../domain/holder.ts';
import { stages, type Holder, type Stage } from '../../domain/process.ts';
import { randomFrom } from '../proof/random.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { filing, smallAgency } from '../support/small-agency.ts';
import { storyOf, upTo } from '../support/stories.ts';

let system: RecordedSystem;
beforeAll(async () => {
  system = await createRecordedSystem();
});
afterAll(() => system.close());

const leaveOf = (person: string, leave: object[]) =>
  system.db.asOwner('UPDATE person SET leave = $2 WHERE id = $1', [person, JSON.stringify(leave)]);

describe('what the database says of absence is what the domain says:', () => {
  test('the role of each stage', async () => {
    const names = Object.keys(stages) as Stage[];
    const rows = await system.db.asOwner<{ stage: Stage; role: string | null }>(
      'SELECT s AS stage, role_of_stage(s) AS role FROM unnest($1::text[]) s',
      [names],
    );
    expect(rows.map(({ role }) => role)).toEqual(names.map((stage) => taskOf[stages[stage].holder]?.role ?? null));
  });

  test('five hundred people and tasks at random', async () => {
    const random = randomFrom(20261122);
    const of = <Value>(values: readonly Value[]) => random.one(values);
    const days = ['2026-02-27', '2026-03-01', '2026-03-02', '2026-03-03', '2026-03-09'];
    const facts = smallAgency();
    const now = Date.parse('2026-03-02T12:00:00+08:00');
    const rows = Array.from({ length: 500 }, () => {
      const certificate = { categories: [of(['penalty', 'permit'])], regions: [of(['211103', '210000', '990000'])], validFrom: of(days), validTo: of(days), status: of(['valid', 'revoked']) }; // prettier-ignore
      const [from, to] = [of(days), of(days)].toSorted();
      const leave = of([[], [{ from: from!, to: to!, ...(of([true, false]) && { substitute: 'h2' }) }]]);
      const person: PersonFacts = {
        ...facts.persons['h1']!,
        roles: of([[], ['handler'], ['legalReviewer'], ['handler', 'leader']]),
        certificate: of([null, certificate, { ...certificate, validFrom: '2026-01-01', validTo: '2026-12-31' }]),
        leave,
        hiredOn: of([null, null, ...days]),
        leftOn: of([null, null, null, ...days]),
      };
      const task = of<Holder | null>(['handlers', 'reviewer', 'leaderInCharge', 'nobody', null]);
      return { person, task, absence: absenceOf(person, { task, filing: filing(), facts, now }) };
    });
    const asked = rows.map(({ person, task }) => ({
      person: { id: 'h1', roles: person.roles, certificate: person.certificate, leave: person.leave, hired_on: person.hiredOn, left_on: person.leftOn },
      role: task && (taskOf[task]?.role ?? null),
      category: task === 'handlers' ? 'penalty' : null,
    })); // prettier-ignore
    const said = await system.db.asOwner<{ absence: unknown }>(
      `SELECT absence_of(jsonb_populate_record(NULL::person, a->'person'), a->>'role', '2026-03-02', a->>'category', $2) AS absence
       FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY x (a, n) ORDER BY n`,
      [JSON.stringify(asked), facts.duties.regions],
    );
    expect(rows.map((row, n) => ({ ...row, absence: said[n]!.absence }))).toEqual(rows);
    expect(new Set(rows.map(({ absence }) => absence?.kind)).size).toBe(5);
  });
});

describe('a task that is entered on a day of leave, over HTTP', () => {
  const submitted = async () => {
    const { requests } = storyOf('C01');
    const id = await system.tellAll(upTo(requests, 'submit'));
    const { at } = upTo(requests, 'submit').at(-1)!;
    return (await system.get('xltyj-h1', `/api/v1/cases/${id}`, at)).body;
  };
  const [from, to] = ['2026-01-01', '2026-12-31'];

  test('goes to the substitute, at the end of the line where that one is away too', async () => {
    await leaveOf('xltyj-f1', [{ from, to, substitute: 'xltyj-f2' }]);
    expect((await submitted()).holder).toEqual(['xltyj-f2']);
    await system.db.asOwner(`UPDATE person SET roles = '{firstReviewer}' WHERE id = 'xltyj-h4'`);
    await leaveOf('xltyj-f2', [{ from, to, substitute: 'xltyj-h4' }]);
    expect((await submitted()).holder).toEqual(['xltyj-h4']);
  });

  test('goes to the head where nobody may stand in, and says why', async () => {
    await leaveOf('xltyj-f1', [{ from, to, substitute: 'xltyj-p1' }]);
    const { holder, standIns } = await submitted();
    expect([holder, standIns[0].because, standIns[0].zh]).toEqual([['xltyj-s1'], 'role.missing', expect.stringContaining('转办')]); // prettier-ignore
  });

  test('stays where it falls without a substitute, and the head is told', async () => {
    await leaveOf('xltyj-f1', [{ from, to }]);
    const { holder, absent, history } = await submitted();
    expect([holder, absent.length, history.at(-1).told]).toEqual([['xltyj-f1'], 1, ['xltyj-s1']]);
  });
});
