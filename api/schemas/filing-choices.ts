import { z } from 'zod';
import { category } from './values.ts';

const text = z.string();
const day = z.iso.date();
const basis = z.object({ statute: text, article: text });

const certificate = z.object({
  number: text.nullable(),
  categories: z.array(text),
  regions: z.array(text),
  validFrom: day,
  validTo: day,
  status: text,
});
const threshold = z.object({ organisationYuan: z.number().nullable(), personYuan: z.number().nullable() });

export const filingChoicesAnswer = z.object({
  today: day.describe('服务器的当日 The server’s day: no date of the client counts'),
  agency: z.object({
    id: text,
    name: text,
    level: text,
    categories: z.array(category),
    documentWord: text,
    regions: z.array(text).describe('本机关及以上区域 Its region and those above'),
    hearingThreshold: threshold,
  }),
  sections: z.array(z.object({ id: text, name: text })),
  handlers: z.array(
    z.object({
      id: text,
      name: text,
      title: text,
      section: text,
      certificate: certificate.nullable(),
      onLeaveUntil: day.nullable(),
    }),
  ),
  items: z.array(
    z.object({
      id: text,
      category,
      name: text,
      basis: z.array(basis),
      discretion: z.array(z.object({ tier: text, condition: text, measure: text })),
      section: text.nullable(),
    }),
  ),
  entries: z
    .array(
      z.object({
        id: text,
        agency: text,
        version: z.int(),
        effectiveFrom: day,
        effectiveTo: day.nullable(),
        category,
        field: text,
        level: text,
        measures: z.array(text),
        appliesWhen: z.enum(['always', 'hearing']),
        amountThreshold: threshold.extend({ of: z.enum(['decision', 'projectInvestment']) }).nullable(),
        socialImpact: text.nullable(),
        reviewMaterials: z.array(text),
        note: text.nullable(),
      }),
    )
    .describe('重大执法决定法制审核目录 The catalogue of major decisions'),
});
export type FilingChoices = z.infer<typeof filingChoicesAnswer>;
