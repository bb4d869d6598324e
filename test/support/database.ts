import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase, type Database } from '../../prisma/client.ts';

const template = 'sanxiang_template';

export interface TestDatabase {
  /** As API and worker connect. */
  appUrl: string;
  /** As migrations and the seed connect. */
  ownerUrl: string;
  /** As the superuser, whom no trigger binds that is turned off. */
  adminUrl: string;
  /** The application's own client. */
  database: Database;
  /** Runs one statement as the owner, whom no row-level security binds. */
  asOwner<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** What a database begins with; `fill` is called once in a run, by whoever first wants one like it. */
export interface Beginning {
  name: string;
  fill(ownerUrl: string): Promise<void>;
}

/** A migrated database of one's own, empty unless told, on the server that the whole run shares. */
export async function createTestDatabase(beginning?: Beginning): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withClient(shared('SANXIANG_TEST_ADMIN'), async (admin) => {
    // Two copies of a template at once: the second waits.
    await admin.query('SELECT pg_advisory_lock(7265002)');
    const from = beginning ? await filled(admin, beginning) : template;
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${from} OWNER sanxiang_owner`);
  });
  const ownerUrl = withDatabase(shared('SANXIANG_TEST_OWNER'), name);
  const appUrl = withDatabase(shared('SANXIANG_TEST_APP'), name);
  const adminUrl = withDatabase(shared('SANXIANG_TEST_ADMIN'), name);
  const database = openDatabase(appUrl, 5);
  return {
    appUrl,
    ownerUrl,
    adminUrl,
    database,
    asOwner: (sql, values) => withClient(ownerUrl, async (owner) => (await owner.query(sql, values)).rows),
    close: async () => {
      await database.$disconnect();
      await withClient(shared('SANXIANG_TEST_ADMIN'), async (admin) => {
        await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      });
    },
  };
}

/** The name of the database that begins so; made now where nobody wanted one before, under the lock of the copies. */
async function filled(admin: pg.Client, { name, fill }: Beginning): Promise<string> {
  const whole = `${template}_${name}`;
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [whole]);
  if (rowCount) return whole;
  const half = `${whole}_${randomBytes(4).toString('hex')}`;
  await admin.query(`CREATE DATABASE ${half} TEMPLATE ${template} OWNER sanxiang_owner`);
  await fill(withDatabase(shared('SANXIANG_TEST_OWNER'), half));
  await admin.query(`ALTER DATABASE ${half} RENAME TO ${whole}`);
  return whole;
}

/** Opens a connection, hands it over and closes it again. */
export async function withClient<Result>(url: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function shared(name: string): string {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: test/support/global-setup.ts did not start the database`);
  return url;
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
