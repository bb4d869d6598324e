import { useTranslation } from 'react-i18next';
import type { ImportAnswer } from '../../api/schemas/administration-answers.ts';
import { fieldInWords, kindInWords, valueInWords } from './field-words.ts';
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
            ：{inPlace(say({ zh, en }), details, english)}
            <ul>
              {listsIn(details, english).map((one, n) => (
                <li key={n}>{one}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The API's sentence names the fields of its answer: what they hold stands in their place, a list behind the sentence. */
function inPlace(sentence: string, details: Record<string, unknown>, english: boolean): string {
  return sentence.replace(/ ?details\.\w+ ?所列/g, '下列').replace(/details\.(\w+)/g, (_all, name: string) => {
    const value = details[name];
    if (Array.isArray(value)) return english ? 'the list below' : '下列内容';
    return typeof value === 'string' ? fieldInWords(value, english) : valueInWords(value, english);
  });
}

function listsIn(details: Record<string, unknown>, english: boolean): string[] {
  const listed = Object.values(details).flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []));
  return listed.map((one) => {
    if (typeof one === 'string') return fieldInWords(one, english);
    return (one as { title?: string } | null)?.title ?? valueInWords(one, english);
  });
}
