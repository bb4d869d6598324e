import type pg from 'pg';
import { answerOf, type AgencyOrderEvent } from '../domain/agency-order.ts';
import type { CaseEvent } from '../domain/command.ts';
import { canonical, sha256Of } from '../prisma/canonical.ts';
import { noCase } from './administration.ts';
import type { CaseRecord } from './case-record.ts';
import { grouped } from './grouped.ts';
import { invariants, type Findings } from './invariant.ts';
import { pages, rowsOf } from './pages.ts';
import type { IntakeRow } from './rows.ts';

const { oneEffectPerCommand, sameKeySameAnswer, oneLedgerEntry, withinAgency } = invariants;

interface Effect {
  data: CaseEvent | AgencyOrderEvent;
  agency_id: string;
}

/** Every command taken in: its effects, its answer, the entry of its refusal. */
export async function checkCommands(client: pg.Client, findings: Findings, size = 500): Promise<void> {
  const all = 'SELECT to_jsonb(t) AS row FROM command_intake t ORDER BY id';
  for await (const page of pages<IntakeRow>(client, 'all_commands', all, size)) {
    const effects = await effectsOf(client, page);
    const entries = await refusalEntries(client, page);
    const agencies = await caseAgencies(client, page);
    for (const intake of page) {
      const own = effects.get(intake.id) ?? [];
      findings.looked(oneEffectPerCommand);
      findings.looked(sameKeySameAnswer);
      const where = intake.case_id;
      const tell = (invariant: Parameters<Findings['breach']>[0], problem: string | null) =>
        problem && findings.breach(invariant, where, `command ${intake.id.slice(0, 12)} (${intake.action}) ${problem}`);
      tell(oneEffectPerCommand, effectProblem(intake, own));
      for (const problem of answerProblems(intake, own[0]?.data)) tell(sameKeySameAnswer, problem);
      const due = intake.status === 'refused' ? 1 : 0;
      const there = entries.get(intake.id)?.length ?? 0;
      if (due > 0) findings.looked(oneLedgerEntry);
      tell(oneLedgerEntry, there === due ? null : `is ${intake.status} and has ${there} entries as a refusal`);
      const agency = agencies.get(intake.case_id);
      tell(
        withinAgency,
        agency && agency !== intake.agency_id ? `is kept for ${intake.agency_id}, the case belongs to ${agency}` : null,
      );
    }
  }
}

/** Every event of a person is the effect of a command of theirs that is on record. */
export async function commandPerEvent(client: pg.Client, records: CaseRecord[], findings: Findings): Promise<void> {
  const events = records.flatMap((record) => record.events).filter(({ actor }) => actor !== 'system');
  const ids = events.map(({ command_id }) => command_id);
  const rows = await rowsOf<IntakeRow>(client, 'SELECT to_jsonb(t) AS row FROM command_intake t WHERE id = ANY ($1)', [
    ids,
  ]);
  const intakes = new Map(rows.map((row) => [row.id, row]));
  for (const { case_id, seq, type, actor, command_id } of events) {
    const intake = intakes.get(command_id);
    const fits = intake?.case_id === case_id && intake.action === type && intake.person_id === actor;
    if (!fits)
      findings.breach(oneEffectPerCommand, case_id, `event ${seq} (${type}) is the effect of no command of ${actor}`);
  }
}

/** An administrator's command may have changed nothing; its changes are looked at from their side. */
function effectProblem({ status, case_id }: IntakeRow, effects: Effect[]): string | null {
  if (case_id === noCase) return effects.length === 0 ? null : 'has effects on a case';
  const allowed = status === 'done' ? [1] : status === 'refused' ? [0] : status === 'received' ? [0, 1] : [];
  return allowed.includes(effects.length) ? null : `is ${status} and has ${effects.length} effects`;
}

function answerProblems(intake: IntakeRow, event: Effect['data'] | undefined): string[] {
  const { id, person_id, case_id, action, key, body_hash, words, status, code, answer } = intake;
  const problems = [];
  if (id !== sha256Of([person_id, case_id, action, key])) problems.push('is not the one of its key');
  if (body_hash !== sha256Of(words)) problems.push('has other words than its key was first used with');
  if (status === 'refused' && (code === null || (answer as { code?: string } | null)?.code !== code)) {
    problems.push(`was refused with ${code} and answers otherwise`);
  }
  if (status === 'done' && event) {
    if (canonical(answer) !== canonical(answerTo(event)))
      problems.push(`answers otherwise than event ${event.seq} says`);
  }
  return problems;
}

function answerTo(event: Effect['data']): object {
  if ('orderId' in event) return answerOf(event);
  const { caseId, seq, stage } = event;
  return { caseId, seq, stage };
}

async function effectsOf(client: pg.Client, page: IntakeRow[]): Promise<Map<string, Effect[]>> {
  const rows = await rowsOf<Effect & { command_id: string }>(
    client,
    `SELECT to_jsonb(e) - 'words' AS row FROM event e JOIN unnest($1::text[], $2::text[]) asked (case_id, command_id)
     USING (case_id, command_id)
     UNION ALL SELECT to_jsonb(e) - 'words' FROM supervision_order_event e JOIN unnest($1::text[], $2::text[]) asked (order_id, command_id)
     USING (order_id, command_id)`,
    [page.map(({ case_id }) => case_id), page.map(({ id }) => id)],
  );
  return grouped(rows, ({ command_id }) => command_id);
}

async function refusalEntries(client: pg.Client, page: IntakeRow[]): Promise<Map<string, { ref: string }[]>> {
  const rows = await rowsOf<{ ref: string }>(
    client,
    `SELECT jsonb_build_object('ref', ref) AS row FROM ledger_leaf
     WHERE kind = 'refusal' AND agency_id IN (SELECT agency_id FROM ledger_head) AND ref = ANY ($1)`,
    [page.map(({ id }) => id)],
  );
  return grouped(rows, ({ ref }) => ref);
}

async function caseAgencies(client: pg.Client, page: IntakeRow[]): Promise<Map<string, string>> {
  const rows = await rowsOf<{ id: string; agency: string }>(
    client,
    `SELECT jsonb_build_object('id', id, 'agency', agency_id) AS row FROM
     (SELECT id, agency_id FROM case_filing UNION ALL SELECT id, agency_id FROM supervision_order WHERE case_id IS NULL) t WHERE id = ANY ($1)`,
    [page.map(({ case_id }) => case_id)],
  );
  return new Map(rows.map(({ id, agency }) => [id, agency]));
}
