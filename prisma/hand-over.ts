import { taskOf } from '../domain/holder.ts';
import type { PersonId } from '../domain/state.ts';
import type { Transaction } from './client.ts';
import { Prisma } from './generated/client.ts';
import { listedColumns, type ListedCase } from './listed-cases.ts';

/** The roles that hold tasks of cases. */
export const taskRoles = [...new Set(Object.values(taskOf).flatMap((task) => (task ? [task.role] : [])))];

export interface TaskHolder {
  id: PersonId;
  name: string;
  title: string;
  sectionName: string;
  agency: string;
  roles: string[];
  /** YYYY-MM-DD */
  leftOn: string | null;
  leave: { from: string; to: string }[];
  inHand: number;
}

/** Everybody of these agencies who has a role that holds tasks or still holds one, with how many open cases they have in hand. */
export async function taskHolders(transaction: Transaction, agencies: string[]): Promise<TaskHolder[]> {
  return transaction.$queryRaw<TaskHolder[]>`
    SELECT * FROM (
      SELECT p.id, p.name, p.title, COALESCE(s.name, '') AS "sectionName", p.agency_id AS agency, p.roles,
        to_char(p.left_on, 'YYYY-MM-DD') AS "leftOn", p.leave,
        (SELECT count(*)::int FROM case_file f WHERE f.open AND f.holder @> ARRAY[p.id]) AS "inHand"
      FROM person p LEFT JOIN section s ON s.id = p.section_id WHERE p.agency_id = ANY (${agencies}::text[])) found
    WHERE "inHand" > 0 OR roles && ${taskRoles}::text[]
    ORDER BY array_position(${agencies}::text[], agency), id`;
}

/** The open cases of an agency in which somebody holds the task, handles, or is stood in for; the first due first. */
export async function openTasksOf(
  transaction: Transaction,
  agency: string,
  person: PersonId,
  limit: number,
): Promise<{ rows: ListedCase[]; total: number }> {
  const theirs = Prisma.sql`f.open AND f.agency_id = ${agency} AND f.involved @> ${[person]}::text[]
    AND (f.holder @> ${[person]}::text[] OR f.state->'handlers' @> to_jsonb(${person}::text)
      OR f.state->'standIns' @> jsonb_build_array(jsonb_build_object('for', ${person}::text)))`;
  const rows = await transaction.$queryRaw<(ListedCase & { total: number })[]>`
    SELECT ${listedColumns}, f.asked, f.state, (count(*) OVER ())::int AS total FROM case_file f WHERE ${theirs}
    ORDER BY f.first_due_at ASC NULLS LAST, f.id ASC LIMIT ${limit}`;
  return { rows, total: rows[0]?.total ?? 0 };
}
