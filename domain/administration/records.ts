import type { Relaxations } from '../command.ts';
import type { CatalogueEntry } from '../catalogue.ts';
import type { LadderRule } from '../ladder.ts';
import type { LimitKey } from '../process.ts';

/** A value as JSON has it. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Fields = Record<string, Json | undefined>;

/** The organisation as folders and imports write it, one record each; days as YYYY-MM-DD. */
export interface RegionRecord {
  code: string;
  name: string;
  parent: string | null;
}

export interface AgencyRecord {
  id: string;
  name: string;
  shortName: string;
  region: string;
  level: string;
  creditCode: string;
  documentWord: string;
  overseenBy: string | null;
  kind: string;
  categories: string[];
  hearingThreshold?: Json;
  legalHead?: string | null;
  legalReviewers: string[];
  collective?: Json;
}

export interface Collective {
  chair?: string;
  members?: string[];
  quorum?: number;
}

export interface SectionRecord {
  id: string;
  agency: string;
  name: string;
  kind: string;
  firstReviewer?: string | null;
  head?: string | null;
  leaderInCharge?: string | null;
}

export interface Certificate {
  categories: string[];
  regions: string[];
  validFrom: string;
  validTo: string;
  status: string;
}

/** Days YYYY-MM-DD, first and last; who stands in meanwhile. */
export interface Leave {
  from: string;
  to: string;
  kind?: string | null;
  substitute?: string | null;
}

export interface PersonRecord {
  id: string;
  agency: string;
  section: string;
  name: string;
  title: string;
  roles: string[];
  certificate: Json;
  legalExam: Json;
  training: Json;
  leave: Json;
  hiredOn: string | null;
  leftOn: string | null;
  phone?: string | null;
  gender?: string | null;
  firm?: string | null;
  remark?: string | null;
}

export interface PackRecord {
  agency: string;
  effectiveFrom: string;
  limits: Partial<Record<LimitKey, { value: number; unit: 'wd' | 'd' }>>;
  /** What a small agency relaxes, each with its ground; none by default. */
  relaxations: Relaxations;
  /** The ladder of each limit where it differs; `every` for all. */
  ladder: Partial<Record<LimitKey | 'every', Partial<LadderRule>>>;
}

export interface CalendarRecord {
  year: number;
  /** Title of the notice it comes from. */
  source: string;
  documentNo: string | null;
  issuedOn: string | null;
  holidays: string[];
  makeUpWorkdays: string[];
  /** 春节, 春节调休: what each day is, where the notice was imported with names. */
  names: Record<string, string>;
}

export type EntryRecord = CatalogueEntry;

export interface ItemRecord {
  id: string;
  agency: string;
  category: string;
  section: string;
  field?: string;
  [field: string]: Json | undefined;
}

/** The last number of a series: text before 〔, and year. */
export interface SeriesRecord {
  agency: string;
  series: string;
  year: number;
  last: number;
}

/** An open case, as far as it matters who holds it. */
export interface OpenCase {
  id: string;
  title: string;
  stage: string;
  category: string;
  holder: string[];
  handlers: string[];
}
