import { readFileSync } from 'node:fs';
import type { CatalogueEntry } from '../../domain/catalogue.ts';
import type { PartyType } from '../../domain/party.ts';

export interface DemoStep {
  step: number;
  at: string;
  actor: string;
  action: string;
  input: Record<string, unknown>;
  expect: {
    stage: string;
    due?: string;
    overallDue?: string;
    obligationsDue?: { serve: string; publish: string };
  };
}

export interface DemoProposal {
  version: number;
  measures: string[];
  amountYuan: number;
  confiscatedYuan: number;
  text: string;
}

export interface DemoNotice {
  documentNo: string | null;
  kind: string;
  proposed: { measures: string[]; amountYuan: number; confiscatedYuan: number };
  servedAt: string;
  hearingRight: boolean;
  answer: {
    kind: string;
    at?: string;
    text: string;
    review?: string | null;
    hearing?: string;
    hearingLapsedOn?: string;
  };
}

export interface DemoParty {
  name: string;
  type: PartyType;
  creditCode: string | null;
  registrationNo: string | null;
  organisationCode: string | null;
  taxNo: string | null;
  publicInstitutionNo: string | null;
  socialOrganisationNo: string | null;
  legalRepresentative: string | null;
  legalRepresentativeIdType: string | null;
  legalRepresentativeIdNo: string | null;
  idType: string | null;
  idNo: string | null;
  address: string;
  phone: string;
}

export interface DemoCase {
  id: string;
  category: string;
  field: string;
  agency: string;
  filedOn: string;
  party: DemoParty;
  facts: string;
  publicFacts: string;
  personalInfo: { key: string; kind: string; text: string; replaceWith: string }[];
  mustNotAppearInPublic: string[];
  evidence: { id: string; name: string }[];
  statutoryBasis: { statute: string; article: string; note: string }[];
  discretion: { tier: string };
  proposedDecisions: DemoProposal[];
  rights: { notices: DemoNotice[]; hearing: { heldAt: string; report: string } | null };
  major: boolean;
  majorBecause: string[];
  difficult: boolean;
  projectInvestmentYuan?: number;
  requiredMaterials: string[];
  decisionNumbers: string[];
  opinionNumbers: string[];
  publication: Record<string, unknown> | null;
  publishedFields?: Record<string, unknown>;
  annulment?: { on: string; withdrawBy: string };
  story: DemoStep[];
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../demo/${name}.json`, import.meta.url), 'utf8')) as T;
}

export const organisation = read<typeof import('../../demo/organisation.json')>('organisation');
export const enforcementItems = read<typeof import('../../demo/enforcement-items.json')>('enforcement-items');
export const catalogue = read<{ entries: CatalogueEntry[] }>('catalogue');
export const { cases } = read<{ cases: DemoCase[] }>('cases');
