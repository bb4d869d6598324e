import { useTranslation } from 'react-i18next';

export type WordTable<Word extends string> = Readonly<Record<Word, readonly [zh: string, en: string]>>;

/** The words of a table in the language that is read; {n} and the like are filled in. */
export function useWordsOf<Word extends string>(
  words: WordTable<Word>,
): (word: Word, values?: Record<string, string | number>) => string {
  const { i18n } = useTranslation();
  const at = i18n.language === 'en' ? 1 : 0;
  return (word, values = {}) =>
    words[word][at].replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''));
}
