import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { addWorkdays, calendarOf, dayOf, shanghai, startOfDay, type Calendar } from '../domain/calendar.ts';
import { createClient, type Client } from '../rehearsal/client.ts';
import { readPasswords } from '../rehearsal/rehearsal-system.ts';
import { readStoryFolder } from '../rehearsal/story-folder.ts';
import { readCast } from './cast.ts';
import { readMarker, writeMarker } from './marker.ts';
import { playScripts } from './play-scripts.ts';
import { openRecordingSystem } from './recording-system.ts';
import { scriptOf, type Script } from './scripts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Gives an empty demo its cases: the stories of the folder, moved to the present and told over HTTP by the demo's own people,
 * each request with the moment at which it happened; recorded as a workflow records them, before there are workflows. Then
 * each case in hand is given its workflow, in real time. Done once for a data folder; a run that is broken off goes on.
 * @param env that of the demo's own programs
 */
export async function firstVisit(folder: string, env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  const { SANXIANG_DATA: dataDir = '.sanxiang', DATABASE_OWNER_URL: ownerUrl = '' } = env;
  const cast = readCast(folder);
  const found = readMarker(dataDir);
  if (cast.length === 0 || found?.done) return;
  const { cases, calendar } = await whatIsThere(ownerUrl);
  if (!found && cases > 0) return;
  const marker = found ?? { now: Date.now(), done: false };
  writeMarker(dataDir, marker);
  const passwords = readPasswords(join(dataDir, 'demo-accounts.json'));
  for (const sentence of await tellStories(folder, { env, calendar, passwords, now: marker.now, say })) say(sentence);
  await beginWorkflows(env);
  writeMarker(dataDir, { ...marker, done: true });
}

/** Tells a folder's cases up to this moment; answers what was refused. */
export async function tellStories(
  folder: string,
  given: {
    env: NodeJS.ProcessEnv;
    calendar: Calendar;
    passwords: Map<string, string>;
    now: number;
    say: (line: string) => void;
  },
): Promise<string[]> {
  const { env, calendar, passwords, now, say } = given;
  const today = dayOf(now);
  const { cases: stories } = readStoryFolder(folder);
  const scripts = readCast(folder).map((part) => scriptOf(part, stories, calendar, today));
  const system = await openRecordingSystem(env);
  try {
    const client = createClient(system.url, passwords);
    const said = (done: number) => say(`演示案件 ${done}/${scripts.length} · demo cases ${done} of ${scripts.length}`);
    const refused = await playScripts(scripts, { client, today, said });
    await system.catchUp(now);
    await readNotices(client, scripts, shanghai(startOfDay(addWorkdays(calendar, today, -unreadWorkdays).day)));
    return refused;
  } finally {
    await system.close();
  }
}

/** Of how many working days people have not read yet what they were told. */
const unreadWorkdays = 2;

/** Everybody who acted has read what they were told until this moment. */
async function readNotices(client: Client, scripts: Script[], at: string): Promise<void> {
  const path = '/api/v1/notifications';
  const people = new Set(
    scripts.flatMap(({ items }) => items.flatMap((one) => (one.kind === 'step' ? one.step.actor : []))),
  );
  await Promise.all(
    [...people].map(async (person) => {
      const { body } = await client.get(person, path, at);
      await client.post(person, `${path}/read-all`, { upTo: (body as { mark: string }).mark }, at);
    }),
  );
}

async function whatIsThere(ownerUrl: string): Promise<{ cases: number; calendar: Calendar }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const filed = await client.query('SELECT FROM case_filing LIMIT 1');
    const { rows } = await client.query<{ year: number; holidays: string[]; makeUpWorkdays: string[] }>(
      'SELECT year, holidays, make_up_workdays AS "makeUpWorkdays" FROM calendar_year',
    );
    return { cases: filed.rows.length, calendar: calendarOf({ version: 0, years: rows }) };
  } finally {
    await client.end();
  }
}

/** Every case in hand is begun with the state on record, as after a loss of Temporal's data. */
async function beginWorkflows(env: NodeJS.ProcessEnv): Promise<void> {
  const args = ['--import', 'tsx', 'rebuild/main.ts', 'workflows', '--rate', '500'];
  await promisify(execFile)(process.execPath, args, { cwd: root, env });
}
