import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { withClient } from '../support/database.ts';
import { samples } from '../support/evidence-samples.ts';
import { storyOf, upTo } from '../support/stories.ts';
import { bringerOf } from '../support/upload.ts';
import { amendedStory } from './amended-story.ts';

/** A database with stories in it, into which faults are planted and taken out again. */
export interface ToldSystem {
  system: RecordedSystem;
  /** A case told to its end, and one that waits, overdue, for its meeting. */
  whole: string;
  waiting: string;
  /** A case amended after its archive, with a second decision in force, and one whose decision was annulled. */
  amended: string;
  annulled: string;
  /** An order on an agency, with a late reply; `waiting` has one of its own that the clock opened. */
  order: string;
  /** Runs statements with every trigger off, as no program of ours can. */
  plant(sql: string): Promise<void>;
  /** Puts every table back as the stories left it. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

export async function createToldSystem(): Promise<ToldSystem> {
  const system = await createRecordedSystem();
  const whole = await system.tellAll(storyOf('C01').requests);
  const story = upTo(storyOf('C02').requests, 'conveneMeeting');
  const waiting = await system.tellAll(story);
  const amended = await system.tellAll(amendedStory({ opinion: 3, decision: 2 }));
  const annulled = await system.tellAll(storyOf('C04').requests);
  const { person, at } = story[0]!;
  await putOnRecord(system, waiting, { person, at: story.at(-1)!.at });
  const refused = await system.post(
    person,
    `/api/v1/cases/${waiting}/actions/submit`,
    { contentVersion: 1, materials: [] },
    later(at),
  );
  const late = await system.post(
    person,
    `/api/v1/cases/${waiting}/actions/comment`,
    { text: '请尽快安排会议' },
    later(at),
  );
  if (refused.status < 400 || late.status !== 200) throw new Error(JSON.stringify([refused.body, late.body]));
  const order = await toldOrder(system);
  const plant = (sql: string) =>
    withClient(system.db.adminUrl, async (client) => {
      await client.query(`SET session_replication_role = replica; ${sql}`);
    });
  await plant(
    `CREATE SCHEMA kept; ${tables.map((table) => `CREATE TABLE kept.${table} AS TABLE public.${table}`).join(';')}`,
  );
  const back = tables.map(
    (table) => `DELETE FROM public.${table}; INSERT INTO public.${table} SELECT * FROM kept.${table}`,
  );
  return {
    system,
    whole,
    waiting,
    amended,
    annulled,
    order,
    plant,
    restore: () => plant(back.join(';')),
    close: () => system.close(),
  };
}

// prettier-ignore
const tables = [
  'case_filing', 'case_file', 'case_search', 'event', 'content_version', 'review', 'decision', 'publication', 'due_moment', 'stage_visit', 'outbox', 'command_intake',
  'supervision_order', 'supervision_order_event', 'ledger_leaf', 'ledger_head', 'notification', 'evidence_file', '_prisma_migrations',
];

/** A record of an act with a file: no evidence, which would take the case out of its stage's content. */
async function putOnRecord(system: RecordedSystem, id: string, { person, at }: { person: string; at: string }) {
  const bringer = await bringerOf(system.api, person, at);
  const { body: file } = await bringer.bring('会议通知.pdf', samples['询问笔录.pdf']!, id);
  const record = { id: '会-1', kind: '执法行为记录', name: '会议通知', files: [file.id] };
  const added = await system.post(person, `/api/v1/cases/${id}/actions/addRecord`, record, at);
  if (added.status !== 200) throw new Error(JSON.stringify([file, added.body]));
}

async function toldOrder({ post }: RecordedSystem): Promise<string> {
  const path = '/api/v1/supervision-orders';
  const body = { agency: 'wsq', subject: '法制审核超期', reason: '多件超期' };
  const opened = await post('eedssf-o1', path, body, '2026-03-02T09:00:00+08:00');
  const reply = `${path}/${opened.body.id}/actions/replySupervision`;
  const replied = await post('wsq-l1', reply, { reply: '已整改' }, '2026-04-01T09:00:00+08:00');
  if (replied.status !== 200) throw new Error(JSON.stringify([opened.body, replied.body]));
  return opened.body.id as string;
}

/** Long after every deadline of the story. */
function later(at: string): string {
  return `${Number(at.slice(0, 4)) + 1}${at.slice(4)}`;
}
