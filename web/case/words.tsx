import { useTranslation } from 'react-i18next';

/** Words that were typed, under the names that forms give their fields; ids and codes are left to the machine. */
export function Words({ words }: { words: Record<string, unknown> }) {
  const { t, i18n } = useTranslation();
  const known = Object.entries(words).filter(([name, value]) => i18n.exists(`fields.${name}`) && filled(value));
  if (known.length === 0) return null;
  return (
    <dl className="words">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`fields.${name}` as 'loading')}</dt>
          <dd>{asText(value, (key) => (i18n.exists(`fields.${key}`) ? t(`fields.${key}` as 'loading') : key))}</dd>
        </div>
      ))}
    </dl>
  );
}

function filled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== undefined && value !== '' && value !== false;
}

/** Lists one below the other; records as 「name：value」. */
function asText(value: unknown, nameOf: (key: string) => string): string {
  if (Array.isArray(value)) return value.map((one) => asText(one, nameOf)).join('\n');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .filter(([, inner]) => filled(inner))
    .map(([key, inner]) => `${nameOf(key)}：${asText(inner, nameOf)}`)
    .join('；');
}
