import { useTranslation } from 'react-i18next';
import type { Limit } from '../../domain/process.ts';
import type { Named } from './names.ts';
import { useWords } from './words.ts';

/** One of two names, in the language that is read. */
export function useNamed(): (named: Named) => string {
  const { i18n } = useTranslation();
  return ([zh, en]) => (i18n.language === 'en' ? en : zh);
}

/** 「5个工作日」, '5 working days'. */
export function useLimitWords(): (limit: Limit) => string {
  const w = useWords();
  return ({ value, unit }) => w(unit, { n: value });
}
