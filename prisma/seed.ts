import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.ts';
import { seed } from './seed/seed.ts';

const ownerUrl = process.env['DATABASE_OWNER_URL'];

try {
  if (!ownerUrl)
    throw new Error('缺少 DATABASE_OWNER_URL。 DATABASE_OWNER_URL is missing: the seed connects as the owner.');
  const { profile, dataDir } = readConfig({ ...process.env, DATABASE_URL: ownerUrl });
  const folder = process.env['SANXIANG_SEED_FOLDER'] ?? fileURLToPath(new URL('../demo', import.meta.url));
  const now = profile === 'demo' ? Date.now() : undefined;
  await seed({ ownerUrl, profile, folder, dataDir, say: (sentence) => console.log(sentence), now });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
