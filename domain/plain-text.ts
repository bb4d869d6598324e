/** Why a text is refused: control characters and half characters, characters that turn or hide what is read, or marks piled up. */
export type HygieneProblem = 'control' | 'bidi' | 'marks';

// Written as escapes: the characters themselves cannot be seen in review.
const UNSEEN = /[\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;
const CONTROL = /\p{Cc}|\p{Cs}|[\u2028\u2029]/u;
const CONTROL_BUT_BREAKS = /(?![\n\t])(?:\p{Cc}|\p{Cs}|[\u2028\u2029])/u;
/** More combining marks on one letter than any script writes (UAX 15, Stream-Safe): normalising them takes time in their square. */
const PILED = /\p{M}{31}/u;

/**
 * What is wrong with a one-line text (a name, a number, an address), or null: 'control' for control characters, line and
 * paragraph separators and lone surrogates; 'bidi' for bidirectional controls and zero-width characters; 'marks' for more than
 * thirty combining marks in a row.
 */
export function hygieneProblem(text: string): HygieneProblem | null {
  return problem(text, CONTROL);
}

/** As {@link hygieneProblem} for long text (facts, opinions), in which line feeds and tabs are allowed. */
export function longTextHygieneProblem(text: string): HygieneProblem | null {
  return problem(text, CONTROL_BUT_BREAKS);
}

/** The text without everything that {@link hygieneProblem} finds wrong with it. */
export function withoutUnseen(text: string): string {
  return Array.from(text)
    .filter((one) => hygieneProblem(one) === null)
    .join('');
}

/** The text in Unicode normalisation form C: the form in which texts are kept, compared and hashed. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

function problem(text: string, control: RegExp): HygieneProblem | null {
  if (control.test(text)) return 'control';
  if (UNSEEN.test(text)) return 'bidi';
  return PILED.test(text) ? 'marks' : null;
}
