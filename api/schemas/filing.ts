import { z } from 'zod';
import { wrongNumbers, wrongNumberWords } from '../../domain/party-numbers.ts';
import { PARTY_TYPES } from '../../domain/party.ts';
import type { Category } from '../../domain/process.ts';
import {
  category,
  code,
  day,
  discretion,
  endsAfterItBegins,
  line,
  lines,
  officers,
  statutoryBasis,
  text,
  yuan,
  filledLine,
  filledText,
  particular,
  plainNames,
} from './values.ts';

const partyFields = z.strictObject({
  name: filledLine(200),
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

/** Under which form (双公示 or none) a decision of each category is published: penalty, permit, and other for all else. */
const publishedAs: Partial<Record<Category, 'penalty' | 'permit'>> = { penalty: 'penalty', permit: 'permit' };

const otherForm = {
  zh: '公示类别与案件类别不符；处罚用 penalty，许可用 permit，其他用 other',
  en: 'not the form of this category; penalty for a penalty, permit for a permit, other for all else',
};
const onlyPermits = {
  zh: '只有依申请办理的行政许可才有延续申请；请去掉原许可有效期，或者改类别',
  en: 'only a permit that is applied for is renewed; take the validity out or change the category',
};

/** What contradicts itself across the fields of a filing. */
function consistent(given: z.output<typeof filingFields>, context: z.RefinementCtx): void {
  const { category: kind, publication: published, renewal: renewed, onApplication } = given;
  const refused = (path: string[], params: object) => context.addIssue({ code: 'custom', path, params: { ...params } });
  if (published && published.kind !== (publishedAs[kind] ?? 'other')) refused(['publication', 'kind'], otherForm);
  if (renewed && (kind !== 'permit' || !onApplication)) refused(['renewal'], onlyPermits);
  if (published) endsAfterItBegins(published, context, ['publication']);
}

/** 延续申请：原许可文书号、有效期届满日. */
const renewal = z.strictObject({ permitNo: filledLine(60).nullish(), validTo: day }).nullish();

const filingFields = z.strictObject({
  title: filledLine(300),
  category,
  certificateCategory: code.optional(),
  field: filledLine(60),
  procedure: z.enum(['ordinary', 'summary']).default('ordinary'),
  section: z.string().regex(/^[\w-]{1,64}$/),
  source: line(500).nullish(),
  cause: filledLine(500),
  facts: filledText(),
  party,
  personalInfo: z.array(personalInfo).max(200).default([]),
  statutoryBasis: statutoryBasis.default([]),
  discretion,
  requiredMaterials: z.array(filledLine(80)).max(60).default([]),
  publication,
  difficult: z.boolean().default(false),
  difficultBecause: text(2_000).nullish(),
  majorBecause: z.array(code).max(20).default([]),
  projectInvestmentYuan: yuan.nullish(),
  onApplication: z.boolean().default(true),
  renewal,
  execution: z.boolean().default(true),
  overallOverride: z
    .object({ value: z.int().min(1).max(3_650), unit: z.enum(['wd', 'd']), basis: filledLine(500) })
    .catchall(particular)
    .superRefine(plainNames)
    .nullish(),
  handlers: officers.default([]),
  documentNo: filledLine(60).nullish(),
});
/** POST /api/v1/cases: what is filed, and the registering act itself (立案/受理). */
export const filing = filingFields.superRefine(consistent);
export type FilingBody = z.output<typeof filing>;
export type FilingInput = z.input<typeof filing>;
