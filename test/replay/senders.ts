import { formatDocumentNumber, parseDocumentNumber } from '../../domain/document-number.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, CaseSystem } from '../support/case-system.ts';
import { withClient } from '../support/database.ts';
import type { Told } from '../support/stories.ts';

/** Another way of sending a request than once and being accepted. */
export type Sender = (system: CaseSystem, told: Told, caseId: string) => Promise<Answer>;
export interface Sent extends Told {
  instead?: Sender;
}

/** Gives some requests another way of being sent: the first of each action named. */
export function sentOtherwise(requests: Sent[], senders: Record<string, Sender>): Sent[] {
  return requests.map((told, n) => {
    const first = requests.findIndex(({ action }) => action === told.action) === n;
    return first && senders[told.action] ? { ...told, instead: senders[told.action] } : told;
  });
}

function expectCode(answer: Answer, code: string): void {
  if (answer.body['code'] !== code) throw new Error(`not ${code}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

/** A number that is not the next: only the database can refuse it, so the history keeps that it was asked and refused. */
export const wrongNumberFirst: Sender = async (system, told, caseId) => {
  const field = told.action === 'approveOpinion' ? 'opinionNo' : 'documentNo';
  const number = parseDocumentNumber(String(told.body[field]))!;
  const wrong = formatDocumentNumber({ ...number, serial: number.serial + 7 });
  expectCode(await system.tell({ ...told, body: { ...told.body, [field]: wrong } }, caseId), 'number.notNext');
  return system.tell(told, caseId);
};

/** A decision without a pass, and somebody else's act: refused by the validator, which leaves no trace in a history. */
export const refusedEarlyFirst: Sender = async (system, told, caseId) => {
  const decision = { action: 'issueDecision', person: 'xltyj-h1', body: {}, at: told.at };
  expectCode(await system.tell(decision, caseId), 'gate.noPass');
  expectCode(await system.tell({ ...told, person: 'xltyj-h1' }, caseId), 'role.missing');
  return system.tell(told, caseId);
};

/** Two people press the button at once: both are let in while no worker runs, one is done, one is refused under the lock. */
export const twiceAtOnce: Sender = async (system, told, caseId) => {
  await system.worker.stop();
  const both = Promise.all([system.tell(told, caseId), system.tell(told, caseId)]);
  await sleep(1_000);
  await system.startWorker();
  const [done, refused] = (await both).sort((left, right) => left.status - right.status);
  expectCode(refused!, 'stage.wrongStage');
  return done!;
};

/** The case's row is locked for longer than the local activity has: a regular one takes over. */
export const whileItsRowIsLocked: Sender = (system, told, caseId) =>
  withClient(system.db.ownerUrl, async (other) => {
    await other.query('BEGIN');
    await other.query('SELECT 1 FROM case_file WHERE id = $1 FOR NO KEY UPDATE', [caseId]);
    const answer = system.tell(told, caseId);
    await sleep(6_000);
    await other.query('ROLLBACK');
    return answer;
  });

/** A filing that is refused leaves a workflow without a case, which ends by itself. */
export const refusedFiling: Sender = async (system, told) => {
  const key = 'refused-filing';
  const filed = await system.tell({ ...told, body: { ...told.body, handlers: [told.person] } }, '', { key });
  expectCode(filed, 'certificate.fewerThanTwo');
  const [intake] = await system.db.asOwner<{ case_id: string }>('SELECT case_id FROM command_intake WHERE key = $1', [
    key,
  ]);
  return { status: 200, body: { id: intake!.case_id } };
};

/** The workflow that is begun by it continues as new every five events. */
export const continuingAsNew: Sender = async (system, told, caseId) => {
  const { continueAfter } = system.config;
  system.config.continueAfter = 5;
  const answer = await system.tell(told, caseId);
  system.config.continueAfter = continueAfter;
  return answer;
};

/** Somebody looks at the case first: what fell due by then is written. */
export const lookedAtFirst: Sender = async (system, told, caseId) => {
  const { status } = await system.get(told.person, `/api/v1/cases/${caseId}`, { at: told.at });
  if (status !== 200) throw new Error(`looked at the case: ${status}`);
  return system.tell(told, caseId);
};
