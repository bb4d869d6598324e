import { z } from 'zod';

const least = 10;
const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];
const tooSimple = {
  zh: '太简单；请至少用五个不同的字符，并含大写字母、小写字母、数字、符号中的两种以上',
  en: 'too simple: use at least five different characters, and two of capitals, small letters, digits and signs',
};
const same = { zh: '与现在的密码相同；请换一个', en: 'the same as the present one; choose another' };

/** One's own other password: hard to guess (GB/T 22239 8.1.4.1, 身份鉴别: of some complexity, changed from time to time). */
export const ownPasswordBody = z
  .strictObject({ current: z.string().min(1).max(256), next: z.string().min(least).max(256) })
  .superRefine(({ current, next }, context) => {
    const simple = new Set(next).size < 5 || classes.filter((one) => one.test(next)).length < 2;
    if (simple) context.addIssue({ code: 'custom', path: ['next'], params: tooSimple });
    if (next === current) context.addIssue({ code: 'custom', path: ['next'], params: same });
  });
