import { useTranslation } from 'react-i18next';
import type { Line } from './record-words.ts';

/** Names on the left, what stands there on the right. */
export function Lines({ lines }: { lines: Line[] }) {
  const { t } = useTranslation();
  return (
    <dl className="words">
      {lines.map(([name, text]) => (
        <div key={name}>
          <dt>{t(`fields.${name}` as 'loading')}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
