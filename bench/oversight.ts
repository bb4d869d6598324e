import { openDatabase } from '../prisma/client.ts';
import { shape } from './oversight/organisation-sql.ts';
import { readings } from './oversight/readings.ts';
import { throwAwayDatabase } from './oversight/throw-away-database.ts';
import { percentile, round } from './summary.ts';

/** npm run bench:oversight [sizes, 100000,1000000 unless told]: what lists and counts take, by the system's own functions. */
const sizes = (process.argv[2] ?? '100000,1000000').split(',').map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1))
  throw new Error('npm run bench:oversight [100000,1000000]');
const say = (line: string) => console.error(line);
const [warmUps, turns] = [20, 200];
const names = Object.keys(readings) as (keyof typeof readings)[];

const p95Ms: Record<string, Record<string, number>> = {};
const p50Ms: Record<string, Record<string, number>> = {};
for (const size of sizes) {
  say(`${size} 个案件，${shape.agencies} 个机关 · ${size} cases of ${shape.agencies} agencies`);
  const made = await throwAwayDatabase(size, say);
  const database = openDatabase(made.appUrl, 4);
  const [p95, p50]: Record<string, number>[] = [{}, {}];
  for (const name of names) {
    const times: number[] = [];
    const totals: number[] = [];
    for (let turn = 0; turn < warmUps + turns; turn += 1) {
      const begun = performance.now();
      const total = await readings[name](database, turn);
      if (turn < warmUps) continue;
      times.push(performance.now() - begun);
      totals.push(total ?? 0);
    }
    p95![name] = round(percentile(times, 0.95));
    p50![name] = round(percentile(times, 0.5));
    const found = `${Math.min(...totals)}–${Math.max(...totals)}`;
    say(`${name.padEnd(12)} p50 ${p50![name]} ms  p95 ${p95![name]} ms  共 in all ${found}`);
  }
  p95Ms[size] = p95!;
  p50Ms[size] = p50!;
  await database.$disconnect();
  for (const name of names) {
    const explained = openDatabase(made.appUrl, 1);
    const plans = await made.plansOf(async () => void (await readings[name](explained, 1)));
    await explained.$disconnect();
    console.log(`\n=== ${name}, ${size} cases ===\n${plans}`);
  }
  await made.end();
}
console.log(JSON.stringify({ p95Ms, p50Ms }));
