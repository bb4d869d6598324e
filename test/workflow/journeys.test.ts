import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createCaseSystem, type CaseSystem } from '../support/case-system.ts';
import { storyOf, weeksUntilAfter, type Told } from '../support/stories.ts';
import { startSkippingTemporal, type SkippingTemporal } from '../support/temporal.ts';

describe('the journeys, while time is skipped', () => {
  let system: CaseSystem<SkippingTemporal>;
  let weeks: number;

  beforeAll(async () => {
    const temporal = await startSkippingTemporal();
    weeks = weeksUntilAfter('2026-01-19T08:00:00+08:00', await temporal.now());
    system = await createCaseSystem({ temporal, profile: 'demo', weeks });
  }, 60_000);
  afterAll(async () => {
    await system?.close();
    await system?.temporal.stop();
  }, 30_000);

  async function tellInTime(told: Told, caseId: string) {
    await system.temporal.skipTo(Date.parse(told.at));
    return system.tell(told, caseId);
  }

  test.each(['C01', 'C05'])(
    'the journey of %s',
    async (id) => {
      const { requests } = storyOf(id, weeks);
      let caseId = '';
      for (const told of requests) {
        const { status, body } = await tellInTime(told, caseId);
        caseId ||= String(body['id']);
        expect({ action: told.action, status, body }).toMatchObject({
          status: told.action === 'register' ? 201 : 200,
          body: told.expect ?? {},
        });
      }
    },
    60_000,
  );
});
