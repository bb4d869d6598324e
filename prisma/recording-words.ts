import type { FilingWords } from './case-file.ts';
import type { StoredEvent } from './events.ts';
import type { Pool } from './pool.ts';

/** The words that came with a command, those that were filed, and every event before it with its words. */
export interface RecordingWords {
  said: Record<string, unknown>;
  filed: FilingWords;
  events: StoredEvent[];
}

/**
 * Reads, in one round trip, the words that recording a command needs. What is on record up to `upTo` never changes.
 * @throws Error when the command was never taken in
 */
export async function recordingWords(
  pool: Pool,
  { agency, caseId, commandId, upTo }: { agency: string; caseId: string; commandId: string; upTo: number },
): Promise<RecordingWords> {
  const { rows } = await pool.query<{ found: Partial<RecordingWords> }>({
    name: 'recording_words',
    text: 'SELECT recording_words($1, $2, $3, $4) AS found',
    values: [agency, caseId, commandId, upTo],
  });
  const { said, filed, events = [] } = rows[0]!.found;
  if (!said) throw new Error(`command ${commandId} was never taken in`);
  return { said, filed: filed ?? (said as unknown as FilingWords), events };
}
