import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendarOf } from '../../domain/calendar.ts';
import { readPasswords } from '../../rehearsal/rehearsal-system.ts';
import { seed } from '../../prisma/seed/seed.ts';
import { tellStories } from '../../stories/first-visit.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { organisation } from './demo-data.ts';

/** A fresh demo as `npm start` makes it, in a database of its own and without workflows. */
export interface FirstVisit {
  db: TestDatabase;
  passwords: Map<string, string>;
  /** What was refused while the stories were told. */
  refused: string[];
  /** Tells the stories once more, as after a start that was broken off. */
  again(): Promise<string[]>;
  close(): Promise<void>;
}

export async function createFirstVisit(now: number): Promise<FirstVisit> {
  const db = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'first-visit-'));
  const silent = () => {};
  // Passwords of profile rehearsal cost nothing; the administrator made at start is in nobody's way.
  await seed({ ownerUrl: db.ownerUrl, profile: 'rehearsal', folder: 'demo', dataDir, say: silent, now });
  const passwords = readPasswords(join(dataDir, 'demo-accounts.json'));
  const env = { SANXIANG_DATA: dataDir, DATABASE_URL: db.appUrl };
  const calendar = calendarOf({ version: 1, years: [organisation.calendar] });
  const again = () => tellStories('demo', { env, calendar, passwords, now, say: silent });
  const refused = await again();
  return {
    db,
    passwords,
    refused,
    again,
    close: async () => {
      await db.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
