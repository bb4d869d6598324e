import { isCreditCode, isIdentityNumber } from './party.ts';

export interface Redaction {
  text: string;
  replaceWith: string;
}

/** What must not go out in any publication: 身份证号码, 电话号码, 银行账号. */
export type ForbiddenKind = 'identityNumber' | 'phone' | 'bankAccount';

/**
 * Replaces every occurrence of every redacted text, the longest first, so that a name inside a longer text does not break
 * it; nothing replaced is looked at again. Throws RangeError for an empty text. 行政处罚法 50; 政府信息公开条例 15.
 */
export function redact(text: string, redactions: readonly Redaction[]): string {
  const longestFirst = [...redactions].sort((a, b) => b.text.length - a.text.length);
  if (longestFirst.some((redaction) => redaction.text === '')) throw new RangeError('an empty text cannot be redacted');
  const replacements = new Map(longestFirst.toReversed().map((redaction) => [redaction.text, redaction.replaceWith]));
  if (replacements.size === 0) return text;
  const any = new RegExp(longestFirst.map((redaction) => escaped(redaction.text)).join('|'), 'gu');
  return text.replace(any, (found) => replacements.get(found) ?? found);
}

/** A name as it is shown: hidden where it is the whole of what is to be hidden; one in which that only occurs stays what it is. */
export function shownName(name: string, redactions: readonly Redaction[]): string {
  return redactions.find(({ text }) => text === name)?.replaceWith ?? name;
}

/** What stands between the groups of one number: a space of any width, a hyphen of any kind, not a dash, which is for ranges. */
const between = /^[\p{Zs}\u00AD\u2010\u2011\uFF0D-]$/u;
/** Eleven digits, with or without the country's code. */
const phone = /^(?:(?:00)?86)?1[3-9]\d{9}$|^000\d{8}$/;
const twoDates = /^(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])){2}/;

/**
 * Numbers that must not go out, in the order found: identity numbers with the right check character, telephone numbers of
 * eleven digits (beginning with 13 to 19, in sample data with 000), bank accounts of 16 to 19 digits with the right check
 * digit (Luhn). A space or hyphen between digits does not hide them, nor do full-width digits. Names and addresses cannot be
 * found this way: a person confirms the redaction.
 */
export function forbiddenIn(text: string): { kind: ForbiddenKind; text: string }[] {
  const groups = [...readable(text).matchAll(/\d+[Xx]?/g)].map(({ 0: digits, index }) => ({
    digits,
    from: index,
    to: index + digits.length,
  }));
  const found: { kind: ForbiddenKind; text: string }[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    // Lists and dates are digits with spaces too; a number written in groups begins with at least three.
    if ((groups[first]?.digits.length ?? 0) < 3) continue;
    let digits = '';
    for (let last = first; last < groups.length && digits.length < 19; last += 1) {
      const [group, before] = [groups[last], groups[last - 1]];
      if (!group || (last > first && !between.test(text.slice(before?.to, group.from)))) break;
      digits += group.digits;
      const kind = kindOf(digits);
      if (!kind) continue;
      found.push({ kind, text: text.slice(groups[first]?.from, group.to) });
      first = last;
      break;
    }
  }
  return found;
}

/** The same text, place for place, with half-width digits and without 统一社会信用代码, which are public. */
function readable(text: string): string {
  return text
    .replace(/[０-９Ｘｘ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])/g, (code) =>
      isCreditCode(code) && kindOf(code) !== 'identityNumber' ? '#'.repeat(18) : code,
    );
}

function kindOf(digits: string): ForbiddenKind | null {
  // Born in 1900 or later: keeps an all-digit code from passing for an identity number by chance.
  if (/^\d{6}(?:19|20)/.test(digits) && isIdentityNumber(digits.toUpperCase())) return 'identityNumber';
  if (phone.test(digits)) return 'phone';
  return /^\d{16,19}$/.test(digits) && !twoDates.test(digits) && passesLuhn(digits) ? 'bankAccount' : null;
}

function passesLuhn(digits: string): boolean {
  const sum = digits
    .split('')
    .reverse()
    .reduce((total, digit, n) => {
      const doubled = n % 2 === 1 ? Number(digit) * 2 : Number(digit);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
