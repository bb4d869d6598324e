// npm run record-histories: plays the stories anew and keeps what Temporal recorded of each, for replay.test.ts.
import protobuf from '@temporalio/proto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { workflowIdOf } from '../../workflows/messages.ts';
import { createCaseSystem, tellAll, type CaseSystem } from '../support/case-system.ts';
import globalSetup from '../support/global-setup.ts';
import globalTeardown from '../support/global-teardown.ts';
import { renumbered, requestFor, storyOf, upTo, weeksUntilAfter, type Told } from '../support/stories.ts';
import { startSkippingTemporal, type SkippingTemporal } from '../support/temporal.ts';

const folder = new URL('histories/', import.meta.url);

await globalSetup({});
const temporal = await startSkippingTemporal();
const weeks = weeksUntilAfter('2026-01-19T08:00:00+08:00', await temporal.now());
const system = await createCaseSystem({ temporal, profile: 'demo', weeks });
try {
  mkdirSync(folder, { recursive: true });
  await keep('straight-pass', await play(storyOf('C01', weeks).requests));
  await keep('summary', await play(storyOf('C05', weeks).requests));
} finally {
  await system.close();
}
const later = weeksUntilAfter('2026-01-19T08:00:00+08:00', await temporal.now());
const second = await createCaseSystem({ temporal, profile: 'demo', weeks: later });
try {
  await keep('overdue-and-refused', await overdueAndRefused(second, storyOf('C01', later).requests), second);
} finally {
  await second.close();
  await temporal.stop();
  await globalTeardown();
}

function play(story: Told[]): Promise<string> {
  return tellAll(inTime(system, temporal), story);
}

/** The signing-off is overdue, a number out of turn is refused by the database, then the right one is taken. */
async function overdueAndRefused(at: CaseSystem, story: Told[]): Promise<string> {
  const told = inTime(at, temporal);
  const caseId = await tellAll(told, upTo(story, 'giveOpinion'));
  const approval = requestFor(story, 'approveOpinion');
  const late = new Date(Date.parse(approval.at) + 3 * 86_400_000).toISOString();
  const wrong = requestFor(renumbered(story, { opinion: 7 }), 'approveOpinion');
  const refused = await told.tell({ ...wrong, at: late }, caseId);
  if (refused.body['code'] !== 'number.notNext') throw new Error(JSON.stringify(refused.body));
  await told.tell({ ...approval, at: late }, caseId);
  return caseId;
}

function inTime(at: CaseSystem, server: SkippingTemporal): CaseSystem {
  const tell: CaseSystem['tell'] = async (told, caseId, sending) => {
    await server.skipTo(Date.parse(told.at));
    return at.tell(told, caseId, sending);
  };
  return { ...at, tell };
}

async function keep(name: string, caseId: string, at: CaseSystem = system): Promise<void> {
  const history = await at.client.workflow.getHandle(workflowIdOf(caseId)).fetchHistory();
  const { History } = protobuf.temporal.api.history.v1;
  const plain = History.toObject(History.fromObject(history), { longs: String, bytes: String, enums: String });
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(plain, null, 1)}\n`);
  process.stdout.write(`${name}: ${history.events?.length} events\n`);
}
