import { useTranslation } from 'react-i18next';
import { readFields, recordLine, recordText, useRecordWords, type RecordWords } from './field-words.ts';

type Entry = readonly [name: string, value: unknown];

/** What was typed, under the names that forms give their fields; codes and persons in words, and nothing that has none. */
export function Words({ words, persons = {} }: { words: Record<string, unknown>; persons?: Record<string, string> }) {
  const record = useRecordWords(persons);
  const known = readFields(words, record).filter(([name]) => record.hasName(name));
  if (known.length === 0) return null;
  return (
    <dl className="words">
      {known.map((entry) => (
        <OneField key={entry[0]} entry={entry} record={record} />
      ))}
    </dl>
  );
}

function OneField({ entry: [name, value], record }: { entry: Entry; record: RecordWords }) {
  return (
    <div>
      <dt>{record.nameOf(name)}</dt>
      <dd>
        <Value value={value} record={record} />
      </dd>
    </div>
  );
}

/** A record's fields one below the other, records in a list one to a line, words as they were typed. */
function Value({ value, record }: { value: unknown; record: RecordWords }) {
  const { i18n } = useTranslation();
  if (Array.isArray(value) && value.some(isRecord))
    return (
      <ol className="lines">
        {value.map((one, index) => (
          <li key={index}>{recordLine(one, record)}</li>
        ))}
      </ol>
    );
  if (Array.isArray(value)) {
    const between = value.some((one) => String(one).length > 12) ? '\n' : i18n.language === 'en' ? ', ' : '、';
    return value.map((one) => recordText(one, record)).join(between);
  }
  if (!isRecord(value)) return recordText(value, record);
  const known = readFields(value, record).filter(([name]) => record.hasName(name));
  return (
    <dl className="inner">
      {known.map((entry) => (
        <OneField key={entry[0]} entry={entry} record={record} />
      ))}
    </dl>
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
