import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createSkippedYear, type SkippedYear } from '../support/skipped-year.ts';
import { storyOf } from '../support/stories.ts';

describe('the journeys, while time is skipped', () => {
  let system: SkippedYear['system'];
  let weeks: number;

  beforeAll(async () => {
    ({ system, weeks } = await createSkippedYear());
  });
  afterAll(() => system?.close());

  test.each(['C01', 'C05'])('the journey of %s', async (id) => {
    const { requests } = storyOf(id, weeks);
    let caseId = '';
    for (const told of requests) {
      const { status, body } = await system.tell(told, caseId);
      caseId ||= String(body['id']);
      expect({ action: told.action, status, body }).toMatchObject({
        status: told.action === 'register' ? 201 : 200,
        body: told.expect ?? {},
      });
    }
  });
});
