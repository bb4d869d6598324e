import { WorkflowUpdateFailedError } from '@temporalio/client';
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Command } from '../../domain/command.ts';
import { openPool } from '../../prisma/pool.ts';
import { act, catchUpWith, workflowIdOf } from '../../workflows/messages.ts';
import { createTestApi } from '../support/api.ts';
import type { CaseSystem } from '../support/case-system.ts';
import { recordedCases } from '../../stories/recorded-cases.ts';
import type { Told } from '../support/stories.ts';
import type { Sender } from './senders.ts';

/**
 * Writes a command as record() does, and Temporal knows nothing of it: what is left when a worker died between the commit
 * and the end of its task. How that comes about is tried in test/proof/crash-points.test.ts; here it must come about each time.
 */
async function writeBehindItsBack(system: CaseSystem, told: Told, caseId: string): Promise<Command> {
  const pool = openPool(system.db.appUrl, 2);
  const recorded = recordedCases(system.db.database, pool);
  const sent: Command[] = [];
  const cases: typeof recorded = {
    ...recorded,
    act: (id, agency, command, onRecord) => {
      sent.push(command);
      return recorded.act(id, agency, command, onRecord);
    },
  };
  const api = createTestApi(system.db, { SANXIANG_PROFILE: 'rehearsal' }, { cases });
  try {
    const { browser, csrf } = await api.signedIn(told.person);
    await browser
      .post(`/api/v1/cases/${caseId}/actions/${told.action}`)
      .set({ 'X-CSRF-Token': csrf, 'Idempotency-Key': randomUUID(), 'Sanxiang-Clock': told.at })
      .send(told.body)
      .expect(200);
  } finally {
    await api.close();
    await pool.end();
  }
  return sent[0]!;
}

/** Nobody sends it again: the next command or the next look finds it on record. */
export const lost: Sender = async (system, told, caseId) => {
  await writeBehindItsBack(system, told, caseId);
  return { status: 200, body: {} };
};

/** Temporal delivers it again: recording answers that it is written already. */
export const lostAndDeliveredAgain: Sender = async (system, told, caseId) => {
  const command = await writeBehindItsBack(system, told, caseId);
  const handle = system.client.workflow.getHandle(workflowIdOf(caseId));
  const answer = await handle.executeUpdate(act, { args: [command], updateId: command.id });
  return { status: 200, body: { ...answer } };
};

/** Told by whoever looks after the system that there is more: it is fetched. */
export const lostAndTold: Sender = async (system, told, caseId) => {
  const { knownSeq } = await writeBehindItsBack(system, told, caseId);
  const handle = system.client.workflow.getHandle(workflowIdOf(caseId));
  const last = await handle.executeUpdate(catchUpWith, { args: [knownSeq + 1] });
  assert.equal(last, knownSeq + 1);
  return { status: 200, body: {} };
};

/** Somebody who had not seen it does the same: recording answers what is on record, and the law then refuses. */
export const lostAndDoneAgain: Sender = async (system, told, caseId) => {
  const command = await writeBehindItsBack(system, told, caseId);
  const another = { ...command, id: randomBytes(32).toString('hex') };
  const handle = system.client.workflow.getHandle(workflowIdOf(caseId));
  const refused = handle.executeUpdate(act, { args: [another], updateId: another.id });
  await assert.rejects(refused, WorkflowUpdateFailedError);
  return { status: 200, body: {} };
};
