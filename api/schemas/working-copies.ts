import { z } from 'zod';
import { moment } from './case-list.ts';

const copyId = z.string().regex(/^[0-9a-f]{32}$/);
const caseId = z.string().regex(/^[0-9a-f-]{36}$/);
const revision = z.int().min(1).max(1_000_000_000);
const name = z.string().regex(/^[A-Za-z_][\w.]{0,79}$/);

/** What was typed, by the names of the fields, as it was typed: half of it may be wrong still. */
const content = z
  .record(name, z.string().max(200_000))
  .describe('已填写的内容，按字段名；不作检查 What was typed, by field; not checked');
const place = z
  .union([z.literal('new'), caseId])
  .describe('new 新立案，或者案件编号 A filing to come, or the id of a case');

export const copiesQuery = z.strictObject({ place });
export const copyParams = z.strictObject({ id: copyId });
export const copyBody = z.strictObject({
  place,
  base: z
    .int()
    .min(0)
    .max(1_000_000_000)
    .describe('据以修改的版次，新稿为 0 The revision it is based on; 0 for a new copy'),
  content,
});
export const dropQuery = z.strictObject({ revision: z.coerce.number().pipe(revision) });

const kept = { id: copyId, revision, savedAt: moment };
export const copyAnswer = z.object(kept);
export const copiesAnswer = z.object({ items: z.array(z.object({ ...kept, content })) });
export type CopyAnswer = z.infer<typeof copyAnswer>;
export type CopiesAnswer = z.infer<typeof copiesAnswer>;
