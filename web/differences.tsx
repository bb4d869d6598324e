import { useTranslation } from 'react-i18next';

export interface Run {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** What changed between two texts, word by word: the removed struck through, the added underlined; said to those who hear it as well. */
export function Differences({ runs }: { runs: readonly Run[] }) {
  const { t } = useTranslation();
  return (
    <span className="differences">
      {runs.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>;
        const Tag = kind === 'added' ? 'ins' : 'del';
        return (
          <Tag key={index} title={t(`differences.${kind}`)}>
            {text}
          </Tag>
        );
      })}
    </span>
  );
}
