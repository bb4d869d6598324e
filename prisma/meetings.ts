import type { Measure } from '../domain/process.ts';
import type { Millis, PersonId } from '../domain/state.ts';
import type { Transaction } from './client.ts';

/** How a meeting was called: the words that came with it, who called it and when. */
export interface Call {
  seq: number;
  by: PersonId;
  at: Millis;
  words: { meetingAt?: string; place?: string; members?: PersonId[]; agenda?: string };
}

/** The last call in each of these cases that had one, by case. */
export async function lastCalls(transaction: Transaction, caseIds: string[]): Promise<Map<string, Call>> {
  const found = await transaction.$queryRaw<(Omit<Call, 'at'> & { caseId: string; at: Date })[]>`
    SELECT DISTINCT ON (case_id) case_id AS "caseId", seq, actor AS by, at, words FROM event
    WHERE case_id = ANY (${caseIds}::text[]) AND type = 'conveneMeeting' ORDER BY case_id, seq DESC`;
  return new Map(found.map(({ caseId, at, ...call }) => [caseId, { ...call, at: at.getTime() }]));
}

/** What a case asks the meeting to decide. Amounts in integer fen. */
export interface Proposed {
  version: number;
  measures: Measure[];
  amountFen: number;
  confiscatedFen: number;
  text: string;
}

/** The newest draft of each of these cases that has one, by case. */
export async function newestDrafts(transaction: Transaction, caseIds: string[]): Promise<Map<string, Proposed>> {
  const found = await transaction.$queryRaw<
    (Omit<Proposed, 'amountFen' | 'confiscatedFen'> & { caseId: string; amountFen: bigint; confiscatedFen: bigint })[]
  >`
    SELECT DISTINCT ON (case_id) case_id AS "caseId", version, measures, amount_fen AS "amountFen",
      confiscated_fen AS "confiscatedFen", COALESCE(words->'draft'->>'text', '') AS text FROM content_version
    WHERE case_id = ANY (${caseIds}::text[]) ORDER BY case_id, version DESC`;
  return new Map(
    found.map(({ caseId, amountFen, confiscatedFen, ...rest }) => [
      caseId,
      { ...rest, amountFen: Number(amountFen), confiscatedFen: Number(confiscatedFen) },
    ]),
  );
}

/** The number of the agency's last minutes; null where none had one. */
export async function lastMinutesNo(transaction: Transaction, agency: string): Promise<string | null> {
  const [last] = await transaction.$queryRaw<{ no: string }[]>`
    SELECT words->>'minutesNo' AS no FROM event
    WHERE agency_id = ${agency} AND type = 'recordMeeting' AND words->>'minutesNo' <> '' ORDER BY at DESC LIMIT 1`;
  return last?.no ?? null;
}
