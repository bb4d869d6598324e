import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseEvent, Command } from '../../domain/command.ts';
import { act, snapshot, workflowIdOf } from '../../workflows/messages.ts';
import { tellAll, type CaseSystem } from '../support/case-system.ts';
import { eventsOf, foldFaults } from '../support/records.ts';
import { createSkippedYear, type SkippedYear } from '../support/skipped-year.ts';
import { storyOf, upTo } from '../support/stories.ts';
import { until } from '../support/until.ts';

describe('a case that continues as new every five events', () => {
  let system: SkippedYear['system'];
  let weeks: number;
  let caseId: string;
  let runs: Set<string>;
  const handle = () => system.client.workflow.getHandle(workflowIdOf(caseId));

  beforeAll(async () => {
    ({ system, weeks } = await createSkippedYear({ env: { SANXIANG_CONTINUE_AFTER: '5' } }));
    runs = new Set();
    const tell: CaseSystem['tell'] = async (told, id) => {
      const answer = await system.tell(told, id);
      caseId = id || String(answer.body['id']);
      runs.add((await handle().describe()).runId);
      return answer;
    };
    await tellAll({ ...system, tell }, upTo(storyOf('C01', weeks).requests, 'passFirstReview'));
  });
  afterAll(() => system?.close());

  test('has had several runs, and its state is still what folding the events gives', async () => {
    const events = await eventsOf(system.db, caseId);
    expect(runs.size).toBeGreaterThanOrEqual(Math.floor(events.length / 5));
    const [row] = await system.db.asOwner<{ state: unknown }>('SELECT state FROM case_file WHERE id = $1', [caseId]);
    expect(await handle().query(snapshot)).toEqual(row!.state);
    expect(await foldFaults(system.db)).toEqual([]);
  });

  test.each([1, 7, 12])('answers command %i again as it did the first time, and does nothing', async (seq) => {
    const before = await eventsOf(system.db, caseId);
    const event = before[seq - 1]!;
    const answer = await handle().executeUpdate(act, {
      args: [sentAgain(event, before.length)],
      updateId: `again-${seq}`,
    });
    expect(answer).toEqual({ caseId, seq, stage: event.stage });
    expect(await eventsOf(system.db, caseId)).toEqual(before);
  });

  test('still wakes when the deadline of an earlier run ends', async () => {
    const due = Date.parse(
      `${storyOf('C01', weeks).requests.find(({ action }) => action === 'passFirstReview')!.expect!['due']}T23:59:59+08:00`,
    );
    await system.temporal.skipTo(due + 10_000);
    await until(async () => (await overdue()).at(0));
    await system.temporal.skipTo(due + 86_400_000);
    expect(await overdue()).toMatchObject([{ at: due + 1_000, stage: 'sectionSignOff' }]);
  });

  const overdue = async () => (await eventsOf(system.db, caseId)).filter(({ type }) => type === 'markOverdue');
});

function sentAgain({ commandId, type, actor, input, wordsHash }: CaseEvent, knownSeq: number): Command {
  return {
    id: commandId,
    action: type as Command['action'],
    actor,
    input,
    wordsHash,
    facts: {} as Command['facts'],
    knownSeq,
  };
}
