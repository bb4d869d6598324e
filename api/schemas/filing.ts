import { z } from 'zod';
import { wrongNumbers, wrongNumberWords } from '../../domain/party-numbers.ts';
import { PARTY_TYPES } from '../../domain/party.ts';
import {
  category,
  code,
  day,
  discretion,
  line,
  lines,
  persons,
  statutoryBasis,
  text,
  yuan,
  filledLine,
  particular,
  plainNames,
} from './values.ts';

const partyFields = z.strictObject({
  name: line(200),
  type: z.enum(PARTY_TYPES),
  creditCode: line(40).nullish(),
  registrationNo: line(40).nullish(),
  organisationCode: line(40).nullish(),
  taxNo: line(40).nullish(),
  publicInstitutionNo: line(40).nullish(),
  socialOrganisationNo: line(40).nullish(),
  legalRepresentative: line(100).nullish(),
  legalRepresentativeIdType: line(40).nullish(),
  legalRepresentativeIdNo: line(40).nullish(),
  idType: line(40).nullish(),
  idNo: line(40).nullish(),
  address: line(500).nullish(),
  phone: line(40).nullish(),
});
const party = partyFields.superRefine((given, context) => {
  for (const number of wrongNumbers(given))
    context.addIssue({ code: 'custom', path: [number], params: wrongNumberWords[number] });
});

const personalInfo = z.strictObject({
  key: line(60).optional(),
  kind: line(60),
  text: filledLine(500),
  replaceWith: line(200),
});

const publication = z
  .object({
    kind: z.enum(['penalty', 'permit', 'other']),
    title: line().nullish(),
    violationType: line(500).nullish(),
    penaltyType: line(500).nullish(),
    permitTaken: line(500).nullish(),
    validUntil: day.nullish(),
    publicUntil: day.nullish(),
    permitDocumentName: line().nullish(),
    permitType: line(40).nullish(),
    certificateName: line().nullish(),
    certificateNo: line().nullish(),
    validFrom: day.nullish(),
    validTo: day.nullish(),
    status: line(40).nullish(),
    exempt: z.boolean().nullish(),
    ground: line(60).nullish(),
    groundBasis: line(500).nullish(),
    visible: lines.nullish(),
    alsoAnnouncedIn: line(500).nullish(),
    note: text(2_000).nullish(),
  })
  .catchall(particular)
  .superRefine(plainNames)
  .nullish();

/** POST /api/v1/cases: what is filed, and the registering act itself (立案/受理). */
export const filing = z.strictObject({
  title: filledLine(300),
  category,
  certificateCategory: code.optional(),
  field: filledLine(60),
  procedure: z.enum(['ordinary', 'summary']).default('ordinary'),
  section: z.string().regex(/^[\w-]{1,64}$/),
  source: line(500).nullish(),
  cause: line(500),
  facts: text(),
  party,
  personalInfo: z.array(personalInfo).max(200).default([]),
  statutoryBasis: statutoryBasis.default([]),
  discretion,
  requiredMaterials: z.array(line(80)).max(60).default([]),
  publication,
  difficult: z.boolean().default(false),
  difficultBecause: text(2_000).nullish(),
  majorBecause: z.array(code).max(20).default([]),
  projectInvestmentYuan: yuan.nullish(),
  onApplication: z.boolean().default(true),
  execution: z.boolean().default(true),
  overallOverride: z
    .object({ value: z.int().min(1).max(3_650), unit: z.enum(['wd', 'd']), basis: line(500).nullish() })
    .catchall(particular)
    .superRefine(plainNames)
    .nullish(),
  handlers: persons.default([]),
  documentNo: line(60).nullish(),
});
export type FilingBody = z.output<typeof filing>;
export type FilingInput = z.input<typeof filing>;
