import type { Transaction } from '../../prisma/client.ts';

/** Stands for what belongs to no agency alone: regions and years of the calendar. */
export const everybody = '*';

/** Until the transaction ends, nobody else changes the records of these agencies. */
export async function lockAgencies(transaction: Transaction, agencies: string[]): Promise<void> {
  for (const agency of [...new Set(agencies)].toSorted()) {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(7265003, hashtext(${agency}))`;
  }
}

/** Every agency whose records an import touches waits for it, so that what it writes is what it found when it was planned. */
export async function lockForImport(transaction: Transaction, body: Record<string, unknown>): Promise<void> {
  const {
    agencies = [],
    people = [],
    regions = [],
    year,
  } = body as {
    agencies?: { id: string }[];
    people?: { id: string }[];
    regions?: unknown[];
    year?: number;
  };
  const known = await transaction.person.findMany({
    where: { id: { in: people.map(({ id }) => id) } },
    select: { agencyId: true },
  });
  await lockAgencies(transaction, [
    ...(regions.length > 0 || year !== undefined ? [everybody] : []),
    ...agencies.map(({ id }) => id),
    ...known.map(({ agencyId }) => agencyId),
    ...namedIn(body),
  ]);
}

function namedIn(body: Record<string, unknown>): string[] {
  const records = Object.values(body).flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  return records.flatMap((record) => {
    const { agency } = (typeof record === 'object' && record !== null ? record : {}) as { agency?: string };
    return agency ? [agency] : [];
  });
}
