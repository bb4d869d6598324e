import { useTranslation } from 'react-i18next';
import type { ImportAnswer } from '../../api/schemas/administration-answers.ts';
import { useNames } from './use-names.ts';
import { breakInWords } from './break-words.ts';
import { fieldInWords, kindInWords, valueInWords } from './field-words.ts';

/** What does not hold, each with the record it is about and what to do; nothing is imported while there is any. */
export function BreakList({ breaks, title }: Pick<ImportAnswer, 'breaks'> & { title?: string }) {
  const english = useTranslation().i18n.language === 'en';
  const nameOf = useNames(breaks.some((one) => personIn(one) !== ''));
  return (
    <div className="breaks">
      {title && <p className="late">{title}</p>}
      <ul>
        {breaks.map((one, at) => (
          <li key={at}>
            <strong>
              {kindInWords(one.kind, english)} {nameOf(one.id)}
            </strong>
            ：{personIn(one) ? `${nameOf(personIn(one))}，` : ''}
            {breakInWords(one, english)}
            <ul>
              {listsIn(one.details ?? {}, english).map((listed, n) => (
                <li key={n}>{listed}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Who is meant where a record names several people. */
function personIn({ details }: ImportAnswer['breaks'][number]): string {
  const person = details?.['person'];
  return typeof person === 'string' ? person : '';
}

function listsIn(details: Record<string, unknown>, english: boolean): string[] {
  const listed = Object.values(details).flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []));
  return listed.map((one) => {
    if (typeof one === 'string') return fieldInWords(one, english);
    return (one as { title?: string } | null)?.title ?? valueInWords(one, english);
  });
}
