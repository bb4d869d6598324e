import pg from 'pg';

/** What the database has of the commands that came in. */
export interface IntakeRecord {
  id: string;
  key: string;
  person: string;
  action: string;
  caseId: string;
  status: string;
}

export interface EventRecord {
  caseId: string;
  seq: number;
  commandId: string;
  type: string;
  actor: string;
  stage: string;
}

export interface DatabaseRecord {
  intakes: IntakeRecord[];
  events: EventRecord[];
}

/** Every command and every event, at one moment. */
export async function readDatabase(ownerUrl: string): Promise<DatabaseRecord> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const intakes = await client.query<IntakeRecord>(
      'SELECT id, key, person_id AS person, action, case_id AS "caseId", status FROM command_intake',
    );
    const events = await client.query<EventRecord>(
      `SELECT case_id AS "caseId", seq, command_id AS "commandId", type, actor, data->>'stage' AS stage FROM event ORDER BY case_id, seq`,
    );
    await client.query('COMMIT');
    return { intakes: intakes.rows, events: events.rows };
  } finally {
    await client.end();
  }
}
