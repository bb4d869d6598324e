import { readdirSync } from 'node:fs';
import type pg from 'pg';

const known = new URL('../prisma/migrations', import.meta.url);

/** Why the checker will not work on this database, as one sentence in Chinese and English; null when it will. */
export async function refusalOf(client: pg.Client): Promise<string | null> {
  const { rows: tables } = await client.query<{ ours: boolean; hidden: boolean | null }>(
    `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AND to_regclass('public.case_filing') IS NOT NULL AS ours,
       CASE WHEN to_regclass('public.event') IS NOT NULL THEN row_security_active('public.event') END AS hidden`,
  );
  if (!tables[0]?.ours) return '这不是三项的数据库。 This is not a database of Sanxiang.';
  if (tables[0].hidden) {
    return '该账号受行级权限限制，请用 DATABASE_OWNER_URL 给出所有者账号。 Row-level security hides rows from this role: name the owner in DATABASE_OWNER_URL.';
  }
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM public._prisma_migrations WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL',
  );
  const applied = rows.map(({ name }) => name);
  const ours = readdirSync(known, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name); // prettier-ignore
  const newer = applied.find((name) => !ours.includes(name));
  if (newer) {
    return `数据库已执行本版本不认识的迁移 ${newer}，请使用较新的程序版本。 The database has the migration ${newer}, which this version does not know: use the newer version.`;
  }
  const missing = ours.find((name) => !applied.includes(name));
  return missing
    ? `数据库还没有执行迁移 ${missing}，请先启动一次系统。 The database lacks the migration ${missing}: start the system once first.`
    : null;
}
