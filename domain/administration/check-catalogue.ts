import { addDays, type Day } from '../calendar.ts';
import { categories, measures, type Category, type Measure } from '../process.ts';
import { broken, type Break } from './import-breaks.ts';
import type { AgencyRecord, EntryRecord, ItemRecord } from './records.ts';

/** The catalogue's own words for measures, beside those of decisions. */
const catalogueWords = [
  ...['suspension', 'revocation', 'restriction', 'seizure', 'stopSupply', 'stopConstruction', 'withdrawPermit'],
  ...['expropriationDecision', 'requisition', 'takeBackLand', 'announce'],
] as const;
export type CatalogueMeasure = Measure | (typeof catalogueWords)[number];
/** What an entry may name. */
export const knownMeasures: readonly string[] = [...Object.keys(measures), ...catalogueWords];

/** What a decision of a category can be; inspection and other have no closed list. */
const wholeCategory: Partial<Record<Category, readonly string[][]>> = {
  penalty: [['warning'], ['fine'], ['confiscation'], ['closure', 'suspension'], ['revokePermit', 'revocation']],
  permit: [['grant'], ['refuse'], ['revokePermit', 'revocation']],
  coercion: [['seal', 'seizure'], ['seize', 'seizure'], ['demolition']],
};

/**
 * Why an entry can match no case: a category that the agency does not act in, another level, no measure or an unknown
 * one, a field that none of the agency's items has (where they name fields), or an end before its beginning.
 */
export function checkMatches(entry: EntryRecord, agency: AgencyRecord, items: ItemRecord[]): Break[] {
  const unknown = entry.measures.filter((measure) => !knownMeasures.includes(measure));
  const fields = items.flatMap((item) => (item.category === entry.category && item.field ? [item.field] : []));
  const wrong = [
    ...(agency.categories.includes(entry.category) && entry.category in categories ? [] : ['category']),
    ...(entry.level === agency.level ? [] : ['level']),
    ...(entry.measures.length === 0 || unknown.length > 0 ? ['measures'] : []),
    ...(entry.field === '综合' || fields.length === 0 || fields.includes(entry.field) ? [] : ['field']),
    ...(entry.effectiveTo !== null && entry.effectiveTo < entry.effectiveFrom ? ['effectiveTo'] : []),
  ];
  const because = { because: wrong, ...(unknown.length > 0 && { unknownMeasures: unknown }) };
  return wrong.length > 0 ? [broken('import.matchesNothing', 'catalogueEntry', entry.id, because)] : [];
}

/**
 * Whether an entry would take in every decision of its category: every field, always, no amount, and no measure named
 * or all of them.
 */
export function matchesEverything(entry: EntryRecord): boolean {
  const whole = wholeCategory[entry.category as Category];
  const named = whole?.every((words) => words.some((word) => entry.measures.includes(word))) ?? false;
  const threshold = entry.amountThreshold;
  const anyAmount = !threshold || (!threshold.organisationYuan && !threshold.personYuan);
  const anyField = entry.field === '综合' || entry.field.trim() === '';
  return anyField && entry.appliesWhen === 'always' && anyAmount && (entry.measures.length === 0 || named);
}

/** A new version has a higher number and begins later than all before it. */
export function checkVersion(entry: EntryRecord, others: EntryRecord[]): Break[] {
  const { version, effectiveFrom: from } = entry;
  const late = others.some((other) => (other.version < version ? other.effectiveFrom >= from : other.effectiveFrom <= from)); // prettier-ignore
  return late ? [broken('import.versionOrder', 'catalogueEntry', entry.id, { version: entry.version })] : [];
}

/**
 * From which day on an entry, written today, changes what was in force on days that are over: of a new version its first
 * day, of an end that is added (`before` has none) the day after it. null where it does so from today on at the earliest:
 * a 目录清单 applies once it was made known, never before (国办发〔2018〕118号 四（十一）; 行政处罚法 5: 未经公布的，不得作为依据).
 */
export function rewritesSince(entry: EntryRecord, before: EntryRecord | null, today: Day): Day | null {
  const since = before ? (entry.effectiveTo === null ? today : addDays(entry.effectiveTo, 1)) : entry.effectiveFrom;
  return since < today ? since : null;
}

/** What is wrong with an entry that {@link rewritesSince} some day. */
export function reachesBack(entry: EntryRecord, before: EntryRecord | null, today: Day): Break {
  const code = before ? 'import.endInPast' : 'import.versionInPast';
  const earliest = before ? addDays(today, -1) : today;
  return broken(code, 'catalogueEntry', entry.id, { version: entry.version, earliest });
}
