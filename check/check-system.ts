import type pg from 'pg';
import { checkAdministration } from './administration.ts';
import { caseRecords, type CaseRecord } from './case-record.ts';
import { checkCommands, commandPerEvent } from './commands.ts';
import { deadlinesOnce } from './deadlines-once.ts';
import { decisionNamesPassedReview } from './decision-names-passed-review.ts';
import { differentPeople } from './different-people.ts';
import { checkEvidenceFiles } from './evidence-files.ts';
import { foldGivesReadModel } from './fold-gives-read-model.ts';
import { invariants, type CaseCheck, type Findings, type Invariant } from './invariant.ts';
import { legalPath } from './legal-path.ts';
import { leafPerEvent } from './ledger-of-case.ts';
import { checkLedger } from './ledger.ts';
import { noticesFollow } from './notices-follow.ts';
import { openOurDatabase } from './our-database.ts';
import { ordersAgree } from './orders-agree.ts';
import { checkOrders } from './orders.ts';
import { publishableOnly } from './publications.ts';
import { collect, type Report } from './report.ts';
import { temporalAgrees, type Workflows } from './temporal-agrees.ts';
import { withinAgency } from './within-agency.ts';

const caseChecks: [Invariant, CaseCheck][] = [
  [invariants.decisionNamesPassedReview, decisionNamesPassedReview],
  [invariants.differentPeople, differentPeople],
  [invariants.legalPath, legalPath],
  [invariants.foldGivesReadModel, foldGivesReadModel],
  [invariants.noticesFollow, noticesFollow],
  [invariants.deadlinesOnce, deadlinesOnce],
  [invariants.publishableOnly, publishableOnly],
  [invariants.withinAgency, withinAgency],
];

/** What a check is told beside the database: Temporal where it answers, where evidence lies, and whom to tell how far it is. */
export interface CheckOptions {
  workflows?: Workflows | null;
  /** Folder of the evidence files; without it their bytes are not looked at. */
  evidence?: string | null;
  say?: (line: string) => void;
}

/**
 * Looks at one moment of the database, in a transaction that only reads, a page at a time.
 * @throws Refused with one sentence when the database is not ours, not of this version, or cannot be reached
 */
export async function checkSystem(
  ownerUrl: string | undefined,
  { workflows, evidence = null, say = () => {} }: CheckOptions = {},
): Promise<Report> {
  const client = await openOurDatabase(ownerUrl);
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const findings = collect([
      ...(workflows ? [] : [invariants.temporalAgrees]),
      ...(evidence ? [] : [invariants.evidenceFiles]),
    ]);
    if (workflows) {
      say('流程 · workflows');
      await checkWorkflows(client, ownerUrl, workflows, findings);
    }
    await checkCases(client, findings, say);
    await checkOrders(client, findings);
    say('命令 · commands');
    await checkCommands(client, findings);
    await checkAdministration(client, findings);
    say('账本 · ledger');
    await checkLedger(client, findings);
    say('证据文件 · evidence files');
    await checkEvidenceFiles(client, evidence, findings);
    await client.query('COMMIT');
    return findings.report();
  } finally {
    await client.end();
  }
}

/** Beside the one moment that is looked at, a second connection sees what a system at work has done since. */
async function checkWorkflows(
  client: pg.Client,
  ownerUrl: string | undefined,
  workflows: Workflows,
  findings: Findings,
): Promise<void> {
  const fresh = await openOurDatabase(ownerUrl);
  try {
    await temporalAgrees(client, fresh, workflows, findings);
    await ordersAgree(client, fresh, workflows, findings);
  } finally {
    await fresh.end();
  }
}

async function checkCases(client: pg.Client, findings: Findings, say: (line: string) => void): Promise<void> {
  let count = 0;
  for await (const page of caseRecords(client)) {
    for (const record of page) checkCase(record, findings);
    await commandPerEvent(client, page, findings);
    await leafPerEvent(client, page, findings);
    count += page.length;
    say(`案件 · cases: ${count}`);
  }
}

/** What cannot even be folded breaks the read model and keeps nothing else from being looked at. */
function checkCase(record: CaseRecord, findings: Findings): void {
  for (const [invariant, check] of caseChecks) {
    findings.looked(invariant);
    try {
      for (const what of check(record)) findings.breach(invariant, record.id, what);
    } catch (error) {
      findings.breach(
        invariant,
        record.id,
        `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}
