import { useTranslation } from 'react-i18next';
import type { ImportAnswer } from '../../api/schemas/administration-answers.ts';
import { kindInWords, valueInWords } from './field-words.ts';
import { useSaying } from './words.ts';

/** What does not hold, each with the record it is about and what to do; nothing is imported while there is any. */
export function BreakList({ breaks, title }: Pick<ImportAnswer, 'breaks'> & { title?: string }) {
  const say = useSaying();
  const english = useTranslation().i18n.language === 'en';
  return (
    <div className="breaks">
      {title && <p className="late">{title}</p>}
      <ul>
        {breaks.map(({ code, zh, en, kind, id, details = {} }) => (
          <li key={`${code} ${id}`}>
            <strong>
              {kindInWords(kind, english)} {id}
            </strong>
            ：{say({ zh, en }).replace(/（?details\.\w+）?( 所列| 所指的)?/g, '')}
            {Object.keys(details).length > 0 && <small> {detailsInWords(details, english)}</small>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function detailsInWords(details: Record<string, unknown>, english: boolean): string {
  const values = Object.values(details).flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]));
  const titled = values.map((value) => (value as { title?: string } | null)?.title ?? valueInWords(value, english));
  return titled.filter((text) => text !== '').join('、');
}
