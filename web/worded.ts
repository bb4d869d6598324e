import { useTranslation } from 'react-i18next';

const filled = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

type Said = readonly [zh: string, en: string];

/**
 * A desk's own words, [Chinese, English], apart from those that every page carries: a hook that answers how to say one in the
 * language that is read; {n} and the like are filled in, {n|case|cases} with the number and the noun that fits it.
 */
export function worded<const Words extends Record<string, Said>>(words: Words) {
  return function useWords(): (word: keyof Words, values?: Record<string, string | number>) => string {
    const { i18n } = useTranslation();
    const at = i18n.language === 'en' ? 1 : 0;
    return (word, values = {}) =>
      words[word]![at].replace(filled, (_all, name: string, one?: string, many?: string) => {
        const value = values[name] ?? '';
        return one === undefined ? String(value) : `${value} ${value === 1 ? one : many}`;
      });
  };
}

/** Chooses of two sayings, as the domain and the API give them, the one in the language that is read. */
export function useSaying(): (zh: string, en: string) => string {
  const { i18n } = useTranslation();
  return (zh, en) => (i18n.language === 'en' ? en : zh);
}
