import type pg from 'pg';
import { invariants, type Findings } from './invariant.ts';
import { rowsOf } from './pages.ts';

/** Stands where a command names its case: an administrator's names none. */
export const noCase = '-';

const commands = `(SELECT DISTINCT agency_id, command_id, person_id, action FROM admin_change) c`;

/** Every administrator's change is of a command that was done, and has one entry in the ledger of the agency it changed. */
export async function checkAdministration(client: pg.Client, findings: Findings): Promise<void> {
  const unasked = await found(
    client,
    `NOT EXISTS (SELECT FROM command_intake i WHERE i.id = c.command_id AND i.case_id = '${noCase}' AND i.status = 'done'
       AND i.person_id = c.person_id AND i.action = c.action)`,
  );
  for (const { agency, command } of unasked) {
    findings.breach(
      invariants.oneEffectPerCommand,
      agency,
      `the change ${command} is the effect of no command that was done`,
    );
  }
  const missing = await found(
    client,
    `NOT EXISTS (SELECT FROM ledger_leaf l WHERE l.agency_id = c.agency_id AND l.kind = 'administration' AND l.ref = c.command_id)`,
  );
  for (const { agency, command } of missing) {
    findings.breach(invariants.oneLedgerEntry, agency, `the administrator's command ${command} has no entry`);
  }
}

function found(client: pg.Client, where: string): Promise<{ agency: string; command: string }[]> {
  const row = `jsonb_build_object('agency', c.agency_id, 'command', left(c.command_id, 12))`;
  return rowsOf(client, `SELECT ${row} AS row FROM ${commands} WHERE ${where}`);
}
