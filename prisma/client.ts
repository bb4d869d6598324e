import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, type Prisma } from './generated/client.ts';

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;

/**
 * Opens the database as the application's role, whoever signs in: that role may not change what is kept, and sees only
 * the rows of the agency that a transaction names.
 */
export function openDatabase(url: string, poolSize = 20): Database {
  const options = '-c role=sanxiang_app -c timezone=UTC';
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, options, max: poolSize }) });
}

/** Runs a transaction in the name of one agency; row-level security hides every other agency's rows. */
export async function inAgency<Result>(
  database: Database,
  agency: string,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return database.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`SELECT set_config('app.agency', ${agency}, true)`;
      return work(transaction);
    },
    { maxWait: 5_000, timeout: 10_000 },
  );
}
