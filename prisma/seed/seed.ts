import { PrismaPg } from '@prisma/adapter-pg';
import { dayOf } from '../../domain/calendar.ts';
import { PrismaClient } from '../generated/client.ts';
import { importAccounts } from './accounts.ts';
import { readSeedFolder } from './folder.ts';
import { withInitialAdministrator } from './initial-administrator.ts';
import { peopleToDate } from './to-date.ts';
import { importCatalogues, importOrganisation, type Imported } from './organisation.ts';

export interface SeedOptions {
  ownerUrl: string;
  profile: 'demo' | 'rehearsal' | 'production';
  /** In the format of demo/. */
  folder: string;
  /** Where the passwords of the accounts go. */
  dataDir: string;
  say: (sentence: string) => void;
  /** Bring training and certificates up to this moment; left as they are in the folder without one. */
  now?: number;
}

/**
 * Fills the database from a folder: organisation, parameters, calendar, catalogues and one account for each person, all or
 * nothing. A second run changes nothing.
 * @throws one sentence in profile production, and when the folder cannot be read
 */
export async function seed({ ownerUrl, profile, folder, dataDir, say, now }: SeedOptions): Promise<Imported[]> {
  if (profile === 'production') {
    throw new Error(
      '生产环境不导入示例数据。 Profile production takes no sample data: import the real organisation instead.',
    );
  }
  const found = readSeedFolder(folder);
  const year = now === undefined ? null : Number(dayOf(now).slice(0, 4));
  const toDate = year === null ? found : peopleToDate(found, year);
  const content = profile === 'rehearsal' ? withInitialAdministrator(toDate) : toDate;
  const database = new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl }) });
  const done: Imported[] = [];
  const report = (imported: Imported) => {
    const { zh, en, total, added } = imported;
    done.push(imported);
    say(`导入${zh} ${total}（新增 ${added}） · ${en}: ${total} (${added} new)`);
  };
  try {
    await database.$transaction(
      async (transaction) => {
        for await (const imported of importOrganisation(transaction, content)) report(imported);
        for await (const imported of importCatalogues(transaction, content)) report(imported);
        report(await importAccounts(transaction, content, { dataDir, profile }));
      },
      { maxWait: 10_000, timeout: 60_000 },
    );
  } finally {
    await database.$disconnect();
  }
  return done;
}
