import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Field } from './forms/field.ts';
import { proposalOf } from './typed-proposal.ts';

/** What is sent of the fields of an act; what was left empty is not. */
export function bodyOf(one: CaseAnswer, fields: Field[], values: Record<string, string>): Record<string, unknown> {
  const all = fields.map((field): [string, unknown] => [field.name, valueOf(one, field, values[field.name] ?? '')]);
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

function valueOf(one: CaseAnswer, { kind, fixed }: Field, typed: string): unknown {
  switch (kind) {
    case 'fixed':
      return fixed?.(one);
    case 'yes':
      return typed === 'yes';
    case 'reasons':
    case 'persons':
      return linesOf(typed);
    case 'proposal':
      return proposalOf(typed);
    case 'redactions':
      return redactionsOf(fixed?.(one), typed);
    case 'count':
      return typed === '' ? undefined : Number(typed);
    case 'moment':
      return typed === '' ? undefined : `${typed}:00+08:00`;
    default:
      return typed.trim() || undefined;
  }
}

const hiddenAs = '〔已隐去〕';

/** One to a line, 「原文→替换后的文字」 or the text alone, beside those that are hidden anyway. */
function redactionsOf(anyway: unknown, typed: string): unknown {
  const written = linesOf(typed).map((line) => {
    const [text = '', ...shown] = line.split('→');
    return { text: text.trim(), replaceWith: shown.join('→').trim() || hiddenAs };
  });
  return written.length > 0 ? [...(Array.isArray(anyway) ? (anyway as object[]) : []), ...written] : undefined;
}

/** One to a line. */
function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
