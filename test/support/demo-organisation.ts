import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../prisma/generated/client.ts';
import { hashPassword } from '../../prisma/password.ts';
import { readSeedFolder, type SeedFolder } from '../../prisma/seed/folder.ts';
import { importCatalogues, importOrganisation } from '../../prisma/seed/organisation.ts';
import { password } from './api.ts';
import { createTestDatabase, withClient, type TestDatabase } from './database.ts';
import { moved } from './stories.ts';

/** The years on which the moved days now lie are published too. */
const publishedYears = `INSERT INTO calendar_year (year, version, source, holidays, make_up_workdays)
  SELECT year, 1, 'moved', '{}', '{}' FROM unnest($1::int[]) AS year ON CONFLICT (year) DO NOTHING`;

/** A database of one's own with the demo's agencies and people in it; see {@link importDemo}. */
export async function createDemoDatabase(weeks = 0): Promise<TestDatabase> {
  if (weeks === 0) return createTestDatabase({ name: 'demo', fill: (ownerUrl) => importDemo({ ownerUrl }) });
  const db = await createTestDatabase();
  await importDemo(db, weeks);
  return db;
}

/**
 * The demo's agencies and people in a test database, each with an account of the shared password; moved by whole weeks,
 * the calendar of 2026 lies around another time and its holidays still fall on the same weekdays.
 */
export async function importDemo({ ownerUrl }: Pick<TestDatabase, 'ownerUrl'>, weeks = 0): Promise<void> {
  const content = readSeedFolder('demo');
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl }) });
  try {
    if (weeks) await client.calendarYear.deleteMany();
    await client.$transaction(
      async (transaction) => {
        for await (const _ of importOrganisation(transaction, weeks ? later(content, weeks) : content));
        for await (const _ of importCatalogues(transaction, content));
      },
      { timeout: 30_000 },
    );
  } finally {
    await client.$disconnect();
  }
  await withClient(ownerUrl, async (owner) => {
    const accounts = 'INSERT INTO account (id, username, password_hash, person_id) SELECT id, id, $1, id FROM person';
    await owner.query(accounts, [await hashPassword(password, 'rehearsal')]);
    if (weeks) await owner.query(publishedYears, [yearsAround(weeks)]);
  });
}

function later(content: SeedFolder, weeks: number): SeedFolder {
  const organisation = moved(content.organisation, weeks);
  const training = yearsAround(weeks).map((year) => ({ year, hours: 60 }));
  return {
    ...content,
    organisation: { ...organisation, people: organisation.people.map((one) => ({ ...one, training })) },
  };
}

function yearsAround(weeks: number): number[] {
  const passed = Math.floor(weeks / 52);
  return [-1, 0, 1, 2, 3].map((offset) => 2026 + passed + offset);
}
