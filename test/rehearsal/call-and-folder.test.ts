import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseCall } from '../../rehearsal/arguments.ts';
import { BadCall } from '../../rehearsal/bad-call.ts';
import { chooseCases } from '../../rehearsal/choose-cases.ts';
import { readStoryFolder } from '../../rehearsal/story-folder.ts';
import { march, organisation, storyCase, storyStep } from './stories.ts';

describe('a call', () => {
  it('names a folder, cases and what to check', () => {
    expect(parseCall(['demo', '--case', 'C01,C05', '--case', 'C02', '--only', 'dates', '--keep'])).toEqual({
      folder: 'demo',
      cases: ['C01', 'C05', 'C02'],
      only: 'dates',
      keep: true,
    });
    expect(parseCall(['demo'])).toEqual({ folder: 'demo', cases: null, only: null, keep: false });
  });

  it.each([[[]], [['a', 'b']], [['demo', '--only', 'all']], [['demo', '--what']], [['demo', '--case', '']]])(
    'that is wrong (%j) is answered with the right form',
    (args) => {
      expect(() => parseCall(args)).toThrow(BadCall);
      expect(() => parseCall(args)).toThrow('npm run rehearse -- <folder>');
    },
  );
});

describe('a folder', () => {
  let folder: string;
  const write = (name: string, content: unknown) =>
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stories-'));
    for (const name of ['catalogue', 'enforcement-items', 'av-list']) write(`${name}.json`, {});
    write('organisation.json', organisation);
    write('cases.json', { cases: [storyCase()] });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read whole, with what a story may leave out', () => {
    const read = readStoryFolder(folder);
    expect(read.cases[0]).toMatchObject({ id: 'C01', evidence: [], mustNotAppearInPublic: [] });
    expect(read.illegal).toEqual([]);
    expect(() => chooseCases(read, ['C01', 'C99'])).toThrow('C99');
  });

  it('that is not there, or lacks a file, is named', () => {
    expect(() => readStoryFolder(join(folder, 'none'))).toThrow(BadCall);
    rmSync(join(folder, 'catalogue.json'));
    expect(() => readStoryFolder(folder)).toThrow('catalogue.json');
  });

  it('that is no JSON, or lacks a key, is named with the place', () => {
    write('cases.json', '{');
    expect(() => readStoryFolder(folder)).toThrow(BadCall);
    const { title: _title, ...untitled } = storyCase();
    write('cases.json', { cases: [untitled] });
    expect(() => readStoryFolder(folder)).toThrow('cases.0.title');
  });

  it('that names persons, agencies or steps it does not have is refused', () => {
    const story = [storyStep(1, march(2), 'register', 'investigating', { actor: 'a-h9' })];
    write('cases.json', { cases: [storyCase({ story, section: 'a-Z' })] });
    expect(() => readStoryFolder(folder)).toThrow(/C01: no section a-Z; C01: no person a-h9/);
    write('cases.json', {
      cases: [storyCase(), storyCase({ story: [storyStep(1, march(2), 'submit', 'firstReview')] })],
    });
    expect(() => readStoryFolder(folder)).toThrow(/case C01 occurs twice; .*must be register/);
  });
});
