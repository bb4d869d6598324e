// `npm run docs`: writes docs/process.md and docs/process.svg from domain/process.ts.
import { writeFileSync } from 'node:fs';
import { processSvg } from './process-svg.ts';
import { processMarkdown } from './process-tables.ts';

const beside = (name: string) => new URL(name, import.meta.url);

writeFileSync(beside('process.md'), processMarkdown());
writeFileSync(beside('process.svg'), await processSvg());
console.log('docs/process.md, docs/process.svg');
