import type { ImportAnswer } from '../../api/schemas/administration-answers.ts';
import { fieldInWords, valueInWords } from './field-words.ts';

/** What a break says, without what it lists. */
export function breakInWords({ zh, en, details = {} }: ImportAnswer['breaks'][number], english: boolean): string {
  return inPlace(english ? en : zh, details, english);
}

/** The API's sentence names the fields of its answer: what they hold stands in their place, a list behind the sentence. */
function inPlace(sentence: string, details: Record<string, unknown>, english: boolean): string {
  return sentence.replace(/ ?details\.\w+ ?所列/g, '下列').replace(/details\.(\w+)/g, (_all, name: string) => {
    const value = details[name];
    if (Array.isArray(value)) return english ? 'the list below' : '下列内容';
    return typeof value === 'string' ? fieldInWords(value, english) : valueInWords(value, english);
  });
}
