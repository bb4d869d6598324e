import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const day = z.iso.date();

const section = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  firstReviewer: z.string().nullish(),
  head: z.string().nullish(),
  leaderInCharge: z.string().nullish(),
});

const agency = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  region: z.string(),
  level: z.string(),
  creditCode: z.string(),
  documentWord: z.string(),
  overseenBy: z.string().nullable(),
  kind: z.enum(['agency', 'judicialBureau', 'installation']).default('agency'),
  categories: z.array(z.string()).default([]),
  hearingThreshold: z.json().nullish(),
  legalHead: z.string().nullish(),
  legalReviewers: z.array(z.string()).default([]),
  collective: z.json().nullish(),
  sections: z.array(section),
  parameters: z.array(
    z.object({ effectiveFrom: day, limits: z.json(), relaxations: z.json().default({}), ladder: z.json().default({}) }),
  ),
});

const person = z.object({
  id: z.string(),
  name: z.string(),
  agency: z.string(),
  section: z.string(),
  title: z.string(),
  roles: z.array(z.string()),
  certificate: z.json(),
  legalExam: z.json(),
  training: z.json(),
  leave: z.json(),
  hiredOn: day.nullable(),
  leftOn: day.nullable(),
  phone: z.string().optional(),
  gender: z.string().optional(),
  firm: z.string().optional(),
  remark: z.string().optional(),
});

const organisation = z.object({
  calendar: z.object({
    year: z.int(),
    source: z.string(),
    holidays: z.array(day),
    makeUpWorkdays: z.array(day),
  }),
  regions: z.array(z.object({ code: z.string(), name: z.string(), parent: z.string().nullable() })),
  agencies: z.array(agency),
  people: z.array(person),
});

const catalogue = z.object({
  entries: z.array(z.looseObject({ id: z.string(), version: z.int(), agency: z.string() })),
});
const enforcementItems = z.object({ items: z.array(z.looseObject({ id: z.string(), agency: z.string() })) });

export type SeedPerson = z.infer<typeof person>;

export interface SeedFolder {
  organisation: z.infer<typeof organisation>;
  catalogue: z.infer<typeof catalogue>['entries'];
  enforcementItems: z.infer<typeof enforcementItems>['items'];
}

/**
 * Reads a folder in the format of demo/.
 * @throws one sentence that names the file and the first thing wrong in it
 */
export function readSeedFolder(folder: string): SeedFolder {
  return {
    organisation: read(folder, 'organisation.json', organisation),
    catalogue: read(folder, 'catalogue.json', catalogue).entries,
    enforcementItems: read(folder, 'enforcement-items.json', enforcementItems).items,
  };
}

function read<Schema extends z.ZodType>(folder: string, name: string, schema: Schema): z.infer<Schema> {
  const file = join(folder, name);
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    const what = issue ? `${issue.path.join('.')}: ${issue.message}` : (error as Error).message;
    throw new Error(`导入文件 ${file} 有误 · ${file} cannot be imported: ${what}`, { cause: error });
  }
}
