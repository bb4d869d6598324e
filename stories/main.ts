import { fileURLToPath } from 'node:url';
import { firstVisit } from './first-visit.ts';

const folder = process.env['SANXIANG_SEED_FOLDER'] ?? fileURLToPath(new URL('../demo', import.meta.url));

try {
  await firstVisit(folder, process.env, (sentence) => console.log(sentence));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
