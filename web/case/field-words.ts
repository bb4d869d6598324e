import { useTranslation } from 'react-i18next';
import { dayOfYearInWords, momentInWords } from '../moment.ts';

/** How names, codes and persons of a record are said in the language that is read. */
export interface RecordWords {
  hasName(field: string): boolean;
  nameOf(field: string): string;
  /** The words for a code, the name for a person's id; null for what is neither. */
  saidFor(text: string): string | null;
  between: { name: string; field: string; yes: string };
}

export function useRecordWords(persons: Record<string, string>): RecordWords {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const said = (key: string) => t(key as 'loading');
  return {
    hasName: (field) => i18n.exists(`fields.${field}`),
    nameOf: (field) => said(`fields.${field}`).replace(howToFillIn, ''),
    saidFor: (text) => {
      const [, code] = /^([a-zA-Z]+)(?::[\w-]+)?$/.exec(text) ?? [];
      return persons[text] ?? (code && i18n.exists(`values.${code}`) ? said(`values.${code}`) : null);
    },
    between: english ? { name: ': ', field: '; ', yes: 'yes' } : { name: '：', field: '；', yes: '是' },
  };
}

/** What a form's label says to whoever fills it in. */
const howToFillIn = /（每行一条）| \(one (to|on|per) .*?\)/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const day = /^\d{4}-\d\d-\d\d$/;
/** Where somebody wrote no moment but a far end. */
const forEver = '2099-12-31';

/** One value as it is read: words as they were typed, codes and persons in words, amounts with their thousands apart. */
export function recordText(value: unknown, record: RecordWords): string {
  if (value === true) return record.between.yes;
  if (typeof value === 'number') return value.toLocaleString('en');
  if (typeof value !== 'string') return recordLine(value, record);
  const text = value;
  if (moment.test(text)) return momentInWords(text);
  if (text === forEver) return '—';
  if (day.test(text)) return dayOfYearInWords(text);
  return record.saidFor(text) ?? text;
}

/** Fields whose names say no more than their values. */
const unnamed = ['key', 'name', 'statute', 'article', 'result', 'person', 'opinion', 'vote', 'text', 'kind'];
/** What the machine alone needs; a key only where it is one of the review items. */
const unsaid = ['item', 'id'];
/** What is read first in a record; the rest follows as it was kept. */
const firstRead = ['title', 'cause', 'party', 'name', 'type', 'creditCode', 'legalRepresentative', 'legalRepresentativeIdType', 'legalRepresentativeIdNo', 'idType', 'idNo', 'address', 'phone', 'measures', 'amountYuan', 'confiscatedYuan', 'text', 'facts', 'statutoryBasis', 'statute', 'article', 'discretion', 'standard', 'tier', 'condition', 'rangeYuan', 'kind', 'key', 'result', 'person', 'vote', 'opinion']; // prettier-ignore

/** The fields of a record that have a name in words and say something, in the order in which people read them. */
export function readFields(record: object, { hasName }: Pick<RecordWords, 'hasName'>): [string, unknown][] {
  const place = (name: string) => (firstRead.includes(name) ? firstRead.indexOf(name) : firstRead.length);
  return Object.entries(record)
    .filter(([name, value]) => (hasName(name) || unnamed.includes(name)) && isFilled(value))
    .sort(([one], [other]) => place(one) - place(other));
}

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value === 0) return false;
  return value !== null && value !== undefined && value !== '' && value !== false;
}

/** A record in one line: what it is, then 「name：value」 for the rest; what has no name in words is left out. */
export function recordLine(value: unknown, record: RecordWords): string {
  if (typeof value === 'string' || typeof value === 'number' || value === true) return recordText(value, record);
  if (typeof value !== 'object' || value === null) return '';
  const entries = readFields(value, record).filter(
    ([name, inner]) => !unsaid.includes(name) && (name !== 'key' || record.saidFor(String(inner)) !== null),
  );
  return entries
    .map(([name, inner]) => {
      const said = Array.isArray(inner)
        ? inner.map((one) => recordText(one, record)).join('、')
        : recordText(inner, record);
      return unnamed.includes(name) ? said : `${record.nameOf(name)}${record.between.name}${said}`;
    })
    .join(record.between.field);
}
