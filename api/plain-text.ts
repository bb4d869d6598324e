import { z } from 'zod';
import { hygieneProblem, longTextHygieneProblem, nfc, type HygieneProblem } from '../domain/plain-text.ts';

const problems: Record<HygieneProblem, { zh: string; en: string }> = {
  control: { zh: '含有控制字符；请删除后重新输入', en: 'contains control characters; remove them' },
  bidi: {
    zh: '含有看不见或者改变阅读方向的字符；请删除后重新输入',
    en: 'contains invisible or direction-changing characters; remove them',
  },
  marks: {
    zh: '一个字上叠加了过多的附加符号；请删除后重新输入',
    en: 'piles too many combining marks on one letter; remove them',
  },
};

/** A text of one line (name, number, address): no control, invisible or direction-changing characters; kept in NFC. */
export function lineText(maximum = 200): z.ZodType<string, string> {
  return clean(z.string().max(maximum, { abort: true }), hygieneProblem);
}

/** As {@link lineText} for long texts (facts, reasons), in which line feeds and tabs are allowed. */
export function longText(maximum = 50_000): z.ZodType<string, string> {
  return clean(z.string().max(maximum, { abort: true }), longTextHygieneProblem);
}

/** Only what is short enough and passes the check is normalised: the time that takes is not theirs to choose who send it. */
function clean(schema: z.ZodString, check: (text: string) => HygieneProblem | null): z.ZodType<string, string> {
  return schema
    .superRefine((text, context) => {
      const problem = check(text);
      if (problem) context.addIssue({ code: 'custom', params: problems[problem], continue: false });
    })
    .overwrite(nfc);
}
