import pg from 'pg';
import type { Passwords } from './postgres-passwords.ts';

const { escapeIdentifier, escapeLiteral } = pg;

/** Creates the two roles of the system where they are missing, with the passwords that are kept for them. */
export function createRoles(adminUrl: string, passwords: Passwords): Promise<void> {
  const wanted = { sanxiang_owner: 'LOGIN CREATEROLE', sanxiang_app: 'LOGIN' } as const;
  return withClient(adminUrl, async (client) => {
    for (const [role, rights] of Object.entries(wanted)) {
      const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      const password = escapeLiteral(passwords[role as keyof typeof wanted]);
      await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} ${rights} PASSWORD ${password}`);
    }
    // The migrations grant and, in tests, take on the application's role.
    await client.query('GRANT sanxiang_app TO sanxiang_owner WITH ADMIN OPTION');
  });
}

/** Creates a database that sanxiang_owner owns, unless there is one of that name. */
export function createDatabase(adminUrl: string, name: string): Promise<void> {
  return withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${escapeIdentifier(name)} OWNER sanxiang_owner`);
  });
}

/** Drops a database if there is one of that name, ending the sessions that use it. */
export function dropDatabase(adminUrl: string, name: string): Promise<void> {
  return withClient(adminUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
  });
}

async function withClient(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await use(client);
  } finally {
    await client.end();
  }
}
