// Writes docs/proof.md from what the long run kept in docs/proof/*.json.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Kept {
  title: string;
  what: string;
  figures: Record<string, number | string>;
  seed: number;
  on: string;
  machine: string;
}

const folder = join('docs', 'proof');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const sections = files.toSorted().map((name) => section(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Kept));
const head = [
  '# Proof',
  '',
  'What `npm run test:long` measured. `npm test` runs the same proofs with smaller figures. Drawn by docs/draw-proof.ts.',
];
writeFileSync(join('docs', 'proof.md'), `${[...head, ...sections.flatMap((lines) => ['', ...lines])].join('\n')}\n`);

function section({ title, what, figures, seed, on, machine }: Kept): string[] {
  const rows = Object.entries(figures).map(([label, figure]) => `| ${label} | ${shown(figure)} |`);
  return [`## ${title}`, '', what, '', '| | |', '|---|---:|', ...rows, '', `${on}, ${machine}, seed ${seed}.`];
}

function shown(figure: number | string): string {
  return typeof figure === 'number' ? figure.toLocaleString('en') : figure;
}
