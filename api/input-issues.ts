import type { z } from 'zod';

/** One thing wrong with what was sent: where and what, never the value itself. */
export interface InputIssue {
  path: string;
  message: string;
  messageEn: string;
}

type Issue = z.core.$ZodIssue;
type Words = [zh: string, en: string];

const kinds: Record<string, Words> = {
  string: ['文本', 'a text'],
  number: ['数字', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['true 或者 false', 'true or false'],
  object: ['对象', 'an object'],
  array: ['列表', 'a list'],
  date: ['日期', 'a date'],
  null: ['空值', 'null'],
};

/** The issues of a schema in both languages, in the order in which they were found; at most 50. */
export function inputIssues(error: z.ZodError): InputIssue[] {
  return error.issues.slice(0, 50).map((issue) => {
    const [message, messageEn] = words(issue);
    return { path: issue.path.map(String).join('.'), message, messageEn };
  });
}

function words(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.message.endsWith('received undefined'));
    case 'unrecognized_keys': {
      const names = issue.keys.map((key) => key.slice(0, 40)).join(', ');
      return [`没有这样的字段：${names}；请去掉`, `unknown field: ${names}; leave it out`];
    }
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'invalid_value':
      return [`只能是：${issue.values.join('、')}`, `must be one of: ${issue.values.join(', ')}`];
    case 'invalid_format':
      return [`格式不对，应为 ${issue.format}`, `wrong format, must be ${issue.format}`];
    case 'not_multiple_of':
      return [`应为 ${issue.divisor} 的倍数`, `must be a multiple of ${issue.divisor}`];
    case 'invalid_union':
      return ['不符合任何一种允许的形式', 'fits none of the forms allowed'];
    case 'custom':
      return [String(issue.params?.['zh'] ?? '内容有误'), String(issue.params?.['en'] ?? 'not valid')];
    default:
      return ['内容有误', 'not valid'];
  }
}

function wrongType(expected: string, missing: boolean): Words {
  const [zh, en] = kinds[expected] ?? [expected, expected];
  return missing ? [`必须填写（${zh}）`, `is required (${en})`] : [`应为${zh}`, `must be ${en}`];
}

function tooSmall(origin: string, minimum: number): Words {
  if (origin === 'string') return [`至少 ${minimum} 个字符`, `at least ${minimum} characters`];
  if (origin === 'array' || origin === 'set') return [`至少 ${minimum} 项`, `at least ${minimum} entries`];
  return [`不得小于 ${minimum}`, `not below ${minimum}`];
}

function tooBig(origin: string, maximum: number): Words {
  if (origin === 'string') return [`至多 ${maximum} 个字符`, `at most ${maximum} characters`];
  if (origin === 'array' || origin === 'set') return [`至多 ${maximum} 项`, `at most ${maximum} entries`];
  return [`不得大于 ${maximum}`, `not above ${maximum}`];
}
