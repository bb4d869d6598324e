import { hygieneProblem, longTextHygieneProblem, nfc } from '../../domain/plain-text.ts';
import { wrongNumbers, wrongNumberWords, type PartyNumbers } from '../../domain/party-numbers.ts';
import { givenIn, type Typed } from './typed.ts';
import { fenOf } from './yuan.ts';

export interface Saying {
  zh: string;
  en: string;
}

const unseen: Saying = {
  zh: '含有看不见或者改变阅读方向的字符，系统不收；请去掉',
  en: 'Contains invisible or direction-changing characters, which are not accepted; remove them',
};
const control: Saying = {
  zh: '含有控制字符，系统不收；请去掉',
  en: 'Contains control characters, which are not accepted; remove them',
};
const amount: Saying = {
  zh: '不是金额；请填写数字，最多两位小数，如 18000 或者 18000.50',
  en: 'Not an amount; write digits with at most two decimals, like 18000 or 18000.50',
};

/** What is wrong with a text as it is typed; the API asks the same (domain/plain-text.ts). */
export function textProblem(text: string, long: boolean, maximum: number): Saying | null {
  const found = long ? longTextHygieneProblem(text) : hygieneProblem(text);
  if (found) return found === 'bidi' ? unseen : control;
  if (text.length <= maximum) return null;
  return {
    zh: `超出 ${text.length - maximum} 字（至多 ${maximum} 字）；请缩短`,
    en: `${text.length - maximum} characters too many (at most ${maximum}); shorten it`,
  };
}

/** The text without what {@link textProblem} names, in the form in which it is kept. */
export function cleanText(text: string, long: boolean): string {
  const check = long ? longTextHygieneProblem : hygieneProblem;
  return nfc(Array.from(text.replaceAll('\r\n', '\n')).filter((one) => !check(one)).join('')); // prettier-ignore
}

/** Numbers that are wrong, by field: check characters of the party's, and amounts. */
export function numberProblems(typed: Typed): Record<string, Saying> {
  const names = ['creditCode', 'idType', 'idNo', 'legalRepresentativeIdType', 'legalRepresentativeIdNo'] as const;
  const party: PartyNumbers = Object.fromEntries(names.map((name) => [name, givenIn(typed, `party.${name}`)]));
  const amounts = ['amountYuan', 'confiscatedYuan', 'projectInvestmentYuan'].filter((name) => fenOf(typed[name] ?? '') === undefined); // prettier-ignore
  return {
    ...Object.fromEntries(wrongNumbers(party).map((name) => [`party.${name}`, wrongNumberWords[name]])),
    ...Object.fromEntries(amounts.map((name) => [name, amount])),
  };
}

/** A code as it is printed: capital letters, no spaces, ASCII. */
export function codeTyped(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
