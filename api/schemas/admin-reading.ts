import { z } from 'zod';
import { areas, type Area } from '../../domain/administration/areas.ts';
import { roles, type Role } from '../../domain/process.ts';
import { moment } from './case-list.ts';
import { explanation } from './calendar.ts';
import { imports } from './administration.ts';
import { line, personId } from './values.ts';

const text = z.string();
const day = z.iso.date();
const position = z.string().regex(/^\d{1,18}$/);

export const areasAnswer = z.object({
  areas: z.array(
    z.object({
      area: z.enum(Object.keys(areas) as [Area, ...Area[]]),
      may: z.boolean(),
      why: explanation.nullable().describe('不能办理的原因 Why this person does not do it'),
    }),
  ),
});
export type AreasAnswer = z.infer<typeof areasAnswer>;

export const peopleQuery = z.strictObject({
  q: line(60).optional().describe('姓名或者职务 Part of a name or a title'),
  expiring: z.enum(['true', 'false']).optional().describe('执法证件将到期或者已过期 Certificates that end soon or have ended'),
  after: personId.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
}); // prettier-ignore
export type PeopleQuery = z.infer<typeof peopleQuery>;

export const peopleAnswer = z.object({
  total: z.int(),
  items: z.array(
    z.object({
      id: text,
      name: text,
      title: text,
      section: text,
      sectionName: text,
      roles: z.array(z.object({ role: z.enum(Object.keys(roles) as [Role, ...Role[]]), label: text })),
      certificate: z
        .object({
          number: text,
          covers: z.array(text),
          validFrom: day,
          validTo: day,
          status: text,
          daysLeft: z.int().describe('过期为负 Negative where it has ended'),
          expiring: z.boolean(),
        })
        .nullable(),
      leave: z.array(
        z.object({
          from: day,
          to: day,
          kind: text.nullable(),
          substitute: text.nullable(),
          substituteName: text.nullable(),
          when: z.enum(['past', 'now', 'coming']),
        }),
      ),
      hiredOn: day.nullable(),
      leftOn: day.nullable(),
      account: z.enum(['none', 'open', 'disabled']),
    }),
  ),
  next: text.nullable(),
});
export type PeopleAnswer = z.infer<typeof peopleAnswer>;

export const organisationAnswer = z.object({
  agency: z.object({
    id: text,
    name: text,
    level: text,
    documentWord: text,
    legalHead: text.nullable(),
    legalReviewers: z.array(text),
    chair: text.nullable(),
    members: z.array(text),
    quorum: z.int().nullable(),
    categories: z.array(text),
    regions: z
      .array(z.object({ code: text, name: text }))
      .describe('本机关所在地区及其上级 Where the agency acts, and above'),
  }),
  sections: z.array(
    z.object({
      id: text,
      name: text,
      kind: text,
      firstReviewer: text.nullable(),
      head: text.nullable(),
      leaderInCharge: text.nullable(),
    }),
  ),
  series: z.array(z.object({ series: text, year: z.int(), last: z.int() })),
  catalogue: z.array(
    z.object({
      id: text,
      version: z.int(),
      categoryName: text,
      field: text,
      measures: z.array(text),
      note: text.nullable(),
      effectiveFrom: day,
      effectiveTo: day.nullable(),
    }),
  ),
  items: z.array(z.object({ id: text, name: text, categoryName: text, sectionName: text })),
});
export type OrganisationAnswer = z.infer<typeof organisationAnswer>;

/** Which records: of people, items and entries (each version) those of one id; left out, all, of people none. */
export const onRecordQuery = z.strictObject({ id: personId.optional() });

/** Records as an import of their kind writes them: imported as they are, they change nothing. */
export const onRecord = {
  organisation: z.object({ agencies: z.array(imports.organisation.shape.agencies.unwrap().element) }),
  people: z.object({ people: z.array(imports.people.shape.people.element) }),
  catalogue: z.object({ entries: z.array(imports.catalogue.shape.entries.element) }),
  items: z.object({ items: z.array(imports.items.shape.items.element) }),
};
export type OnRecordKind = keyof typeof onRecord;
export type OnRecord<Kind extends OnRecordKind> = z.infer<(typeof onRecord)[Kind]>;

export const ledgerQuery = z.strictObject({
  before: position.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const ledgerAnswer = z.object({
  head: z.object({ seq: text, hash: text }).nullable(),
  items: z.array(
    z.object({
      seq: text,
      kind: text,
      at: moment,
      hash: text,
      intact: z.boolean().describe('重算与记录一致，且与前一条相连 Reckoned anew it is what is on record, and joins the one before'),
    }),
  ),
  next: text.nullable(),
}); // prettier-ignore
export type LedgerAnswer = z.infer<typeof ledgerAnswer>;
