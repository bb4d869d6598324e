import { limitKeys, limitName } from '../../domain/deadline-names.ts';

type LimitKey = (typeof limitKeys)[number];

/** What a limit is called; a key that is none as it stands. */
export function limitInWords(key: string, english: boolean): string {
  if (!limitKeys.includes(key as LimitKey)) return key;
  return limitName(key as LimitKey)[english ? 'en' : 'zh'];
}

/** '5 个工作日', '90 天'. */
export function budgetInWords({ value, unit }: { value: number; unit: string }, english: boolean): string {
  if (english) return `${value} ${unit === 'wd' ? 'working days' : 'days'}`;
  return `${value} ${unit === 'wd' ? '个工作日' : '天'}`;
}
