import { askedActions } from '../domain/asked-actions.ts';
import { listedDue } from '../domain/listed-due.ts';
import { majorGrounds } from '../domain/path.ts';
import { stages } from '../domain/process.ts';
import type { CaseState, Filing } from '../domain/state.ts';
import type { Transaction } from './client.ts';
import { json } from './events.ts';

export interface FilingWords {
  title: string;
  party: { name: string; [field: string]: unknown };
  [field: string]: unknown;
}

/** Locks the case's row for this transaction and answers its folded state; null when there is no such case. */
export async function lockCase(transaction: Transaction, caseId: string): Promise<CaseState | null> {
  const rows = await transaction.$queryRaw<{ state: CaseState }[]>`
    SELECT state FROM case_file WHERE id = ${caseId} FOR UPDATE`;
  return rows[0]?.state ?? null;
}

/** Keeps what was filed, word for word, for ever. */
export async function addFiling(transaction: Transaction, filing: Filing, words: FilingWords, at: Date): Promise<void> {
  await transaction.caseFiling.create({
    data: {
      id: filing.caseId,
      agencyId: filing.agency,
      procedure: filing.procedure,
      partyKind: filing.partyKind,
      filing: json(words),
      filedAt: at,
    },
  });
}

/** What was filed, word for word. */
export async function filedWords(transaction: Transaction, caseId: string): Promise<FilingWords> {
  const row = await transaction.caseFiling.findUniqueOrThrow({ where: { id: caseId } });
  return row.filing as unknown as FilingWords;
}

/** Writes the read model of one case from its folded state: every list, dashboard and search stands on it. */
export async function saveReadModel(transaction: Transaction, state: CaseState, words: FilingWords): Promise<void> {
  const { filing } = state;
  if (!filing) return;
  const row = readModelOf(state, filing);
  await transaction.caseFile.upsert({
    where: { id: filing.caseId },
    update: row,
    create: {
      ...row,
      id: filing.caseId,
      agencyId: filing.agency,
      sectionId: filing.section,
      category: filing.category,
      procedure: filing.procedure,
      partyName: words.party.name,
      title: words.title,
    },
  });
}

function readModelOf(state: CaseState, filing: Filing) {
  const due = (name: string) => state.clocks.find((clock) => clock.name === name)?.dueAt;
  const moment = (millis: number | null | undefined) => (typeof millis === 'number' ? new Date(millis) : null);
  const first = listedDue(state);
  return {
    stage: state.stage,
    round: state.round,
    contentVersion: state.content?.version ?? 0,
    passVersion: state.pass && !state.pass.voided ? state.pass.version : null,
    reviewedHash: state.reviewedHash,
    holder: state.holder,
    major: majorGrounds(state, filing).major,
    dueAt: moment(due('stage')),
    overallDueAt: moment(due('overall')),
    overdueLevel: state.clocks.some((clock) => clock.overdue) ? 1 : 0,
    documentNo: state.decision?.documentNo ?? null,
    lastSeq: state.seq,
    lastAt: new Date(state.lastAt),
    state: json(state),
    open: state.stage !== 'none' && !stages[state.stage].final,
    firstDueAt: moment(first?.at),
    firstDueName: first?.name ?? null,
    asked: askedActions(state),
    involved: involvedIn(state),
  };
}

/** Everybody who held a task of the case or acted in it. */
function involvedIn({ everHeld, tookPart, publication }: CaseState): string[] {
  const prepared = publication ? [publication.preparedBy] : [];
  return [...new Set([...everHeld, ...tookPart.map(({ person }) => person), ...prepared])];
}
