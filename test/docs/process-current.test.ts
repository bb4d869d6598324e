import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { processSvg } from '../../docs/process-svg.ts';
import { processMarkdown } from '../../docs/process-tables.ts';
import { actions, stages } from '../../domain/process.ts';

const written = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

describe('the drawn process', () => {
  test('docs/process.md is what `npm run docs` would write now', () => {
    expect(written('process.md')).toBe(processMarkdown());
  });

  test('docs/process.svg is what `npm run docs` would write now', async () => {
    expect(written('process.svg')).toBe(await processSvg());
  });

  test('the tables name every stage and every action in Chinese and English', () => {
    const page = processMarkdown();
    for (const { zh, en } of [...Object.values(stages), ...Object.values(actions)]) {
      expect(page).toContain(`| ${zh} | ${en}`);
    }
  });

  test('the picture shows every stage', async () => {
    const picture = await processSvg();
    for (const { zh, en } of Object.values(stages)) {
      expect(picture).toContain(`>${zh}</text>`);
      expect(picture).toContain(`>${en}</text>`);
    }
  });
});
