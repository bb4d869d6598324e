import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { workflowIdOf } from '../../../workflows/messages.ts';
import { createCaseSystem, tellAll, type CaseSystem } from '../../support/case-system.ts';
import { eventsOf } from '../../support/records.ts';
import { renumbered, storyOf, upTo, type Told } from '../../support/stories.ts';
import { startDevTemporal, type TestTemporal } from '../../support/temporal.ts';
import { until } from '../../support/until.ts';
import { traceOf } from '../coverage.ts';
import { keepHistories, type History } from '../kept-histories.ts';
import { replayed } from '../replayed.ts';

const inFolder = (name: string) => `test/replay/worked-example/${name}.ts`;
const { requests } = storyOf('C01');
const begun = upTo(requests, 'submit');
const [next, ...rest] = requests.slice(begun.length);

describe('a change of the workflow, with a case that began before it', () => {
  let temporal: TestTemporal;
  let system: CaseSystem;
  let before: string;
  let cutIntoRuns: string;

  beforeAll(async () => {
    temporal = await startDevTemporal();
    system = await createCaseSystem({ temporal, profile: 'rehearsal' });
    before = await tellAll(system, begun);
    system.config.continueAfter = begun.length + 1;
    cutIntoRuns = await tellAll(system, begun);
    system.config.continueAfter = 500;
  });
  afterAll(async () => {
    await system?.close();
    await temporal?.stop();
  });

  async function release(module: string): Promise<void> {
    await system.worker.stop();
    await system.startWorker(inFolder('changed-worker'), [inFolder(module)]);
  }

  async function tellRest(story: Told[], caseId: string): Promise<void> {
    for (const told of story) {
      const { status, body } = await system.tell(told, caseId, { key: `key-of-${told.action}` });
      expect({ action: told.action, status, body }).toMatchObject({ status: 200 });
    }
  }

  /** A client that sends again under the same key while the case stands still (202, 503). */
  async function tellUntilDone(told: Told, caseId: string): Promise<void> {
    const key = `key-of-${told.action}`;
    const answer = () => system.tell(told, caseId, { key });
    await until(async () => (await answer()).status === 200 || undefined);
  }

  const historyOf = (caseId: string): Promise<History> =>
    system.client.workflow.getHandle(workflowIdOf(caseId)).fetchHistory();
  const took = async (caseId: string) => traceOf([await historyOf(caseId)]);

  test('without patched() the case stands still, and loses nothing by it', async () => {
    await release('looks-back-unguarded');
    system.config.commandSeconds = 4;
    expect([202, 503]).toContain((await system.tell(next!, before, { key: `key-of-${next!.action}` })).status);
    system.config.commandSeconds = 60;
    await until(async () => (await took(before)).has('failed: NON_DETERMINISTIC_ERROR') || undefined);
  });

  test('with patched() it goes on the old way to its end', async () => {
    await release('looks-back');
    await tellUntilDone(next!, before);
    await tellRest(rest, before);
    expect((await eventsOf(system.db, before)).filter(({ type }) => type === next!.action)).toHaveLength(1);
    expect(await took(before)).toContain('WORKFLOW_EXECUTION_COMPLETED');
    expect(await took(before)).not.toContain('patch looks-back');
  });

  test('a case begun afterwards takes the new way, to its end', async () => {
    const after = await tellAll(system, renumbered(requests, { opinion: 2, decision: 2 }));
    expect([...(await took(after))]).toEqual(
      expect.arrayContaining(['patch looks-back', 'local activity missedEvents', 'WORKFLOW_EXECUTION_COMPLETED']),
    );
    const histories = new Map([['before', await historyOf(before)], ['after', await historyOf(after)]]); // prettier-ignore
    const folder = mkdtempSync(join(tmpdir(), 'sanxiang-histories-'));
    keepHistories(histories, pathToFileURL(`${folder}/`));
    const [unguarded, guarded, removed] = ['looks-back-unguarded', 'looks-back', 'old-way-removed'].map(inFolder);
    const results = await replayed([unguarded!, guarded!, removed!], folder);
    rmSync(folder, { recursive: true });
    const breaks = 'DeterminismViolationError';
    expect(results[unguarded!]).toMatchObject({ before: breaks });
    expect(results[guarded!]).toEqual({ before: 'replayed', after: 'replayed' });
    expect(results[removed!]).toEqual({ before: breaks, after: 'replayed' });
  });

  test('a case that began before takes the new way with its next run', async () => {
    expect(await took(cutIntoRuns)).not.toContain('patch looks-back');
    await tellRest([next!, rest[0]!], cutIntoRuns);
    expect(await took(cutIntoRuns)).toContain('patch looks-back');
  });
});
