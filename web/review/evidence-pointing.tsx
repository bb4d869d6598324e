import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { Words } from '../case/words.tsx';
import type { Evidence } from './material.ts';

/** The item that is being answered, and the evidence it points to. */
export interface Pointing {
  /** Its number, 1 to 11. */
  item: number;
  chosen: string[];
  choose: (id: string) => void;
  /** Back to the item. */
  leave: () => void;
}

/** The evidence of a case; while an item is chosen, each piece is pointed to by one click or by the space bar. */
export function EvidencePointing(given: { one: CaseAnswer; evidence: Evidence[]; pointing?: Pointing | undefined }) {
  const { evidence, pointing } = given;
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('review.parts.evidence')}</h2>
      {evidence.length === 0 && <p className="empty">{t('review.noEvidence')}</p>}
      {pointing && evidence.length > 0 && <p className="hint">{t('review.pointHint', { item: pointing.item })}</p>}
      <ul className="evidence" onKeyDown={(event) => event.key === 'Escape' && pointing?.leave()}>
        {evidence.map((piece) => (
          <li key={piece.id} className={pointing?.chosen.includes(piece.id) ? 'chosen' : ''}>
            {pointing && (
              <button
                type="button"
                aria-pressed={pointing.chosen.includes(piece.id)}
                onClick={() => pointing.choose(piece.id)}
              >
                {t('review.pointTo', { id: piece.id })}
              </button>
            )}
            <details>
              <summary>
                <strong>{piece.id}</strong> {piece.name} <small>{piece.kind}</small>{' '}
                {piece.isNew && <ins>{t('review.isNew')}</ins>}
              </summary>
              <Words words={{ ...piece.words, name: null, kind: null }} />
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
