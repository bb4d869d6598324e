import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { BadCall } from './bad-call.ts';
import { danglingReferences } from './story-references.ts';
import {
  casesShape,
  catalogueShape,
  itemsShape,
  organisationShape,
  type IllegalEntry,
  type Organisation,
  type StoryCase,
} from './story-shape.ts';

/** Everything that the rehearsal itself reads of a folder; the system's seed reads the rest. */
export interface StoryFolder {
  folder: string;
  organisation: Organisation;
  cases: StoryCase[];
  illegal: IllegalEntry[];
  lists: Lists;
}

/** What belongs to an agency beside the organisation; the copies of illegal entries are given theirs. */
export interface Lists {
  catalogue: Record<string, unknown>[];
  items: Record<string, unknown>[];
}

const read = ['organisation.json', 'cases.json'] as const;
const seeded = ['catalogue.json', 'enforcement-items.json', 'av-list.json'] as const;
const shown = 5;

/** Reads and checks a folder of stories. @throws BadCall naming each thing that is wrong in it */
export function readStoryFolder(path: string): StoryFolder {
  const folder = resolve(path);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new BadCall(
      `没有文件夹 ${folder}，请给出故事文件夹，例如 demo · No folder ${folder}; name a folder of stories, demo for instance.`,
    );
  }
  const missing = [...read, ...seeded].filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) {
    const names = missing.join(', ');
    throw new BadCall(
      `${folder} 缺少 ${names}，请补齐 · ${folder} lacks ${names}; add what is missing (demo shows the format).`,
    );
  }
  const organisation = parse(folder, 'organisation.json', organisationShape);
  const { cases, illegal } = parse(folder, 'cases.json', casesShape);
  const faults = danglingReferences({ organisation, cases, illegal });
  if (faults.length > 0) throw badFile(join(folder, 'cases.json'), faults);
  const lists = {
    catalogue: parse(folder, 'catalogue.json', catalogueShape).entries,
    items: parse(folder, 'enforcement-items.json', itemsShape).items,
  };
  return { folder, organisation, cases, illegal, lists };
}

function parse<T extends z.ZodType>(folder: string, name: string, shape: T): z.infer<T> {
  const file = join(folder, name);
  const result = shape.safeParse(parseJson(file));
  if (result.success) return result.data;
  throw badFile(
    file,
    result.error.issues.map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`),
  );
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw badFile(file, [(error as Error).message]);
  }
}

function badFile(file: string, faults: string[]): BadCall {
  const more = faults.length > shown ? ` (+${faults.length - shown})` : '';
  const list = faults.slice(0, shown).join('; ') + more;
  return new BadCall(`${file} 格式有误，请更正 · ${file} is not as it should be; correct it: ${list}`);
}
