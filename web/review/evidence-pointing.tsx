import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { EvidenceList } from '../evidence/evidence-list.tsx';
import { reviewedUpTo } from './material.ts';

/** The item that is being answered, and the evidence it points to. */
export interface Pointing {
  /** Its number, 1 to 11. */
  item: number;
  chosen: string[];
  choose: (id: string) => void;
  /** Back to the item. */
  leave: () => void;
}

/** The evidence of a case, opened in place; while an item is chosen, each piece is pointed to by a click or the space bar. */
export function EvidencePointing({ one, pointing }: { one: CaseAnswer; pointing?: Pointing | undefined }) {
  const { t } = useTranslation();
  return (
    <div onKeyDown={(event) => event.key === 'Escape' && pointing?.leave()}>
      <h2>{t('review.parts.evidence')}</h2>
      {pointing && one.evidence.length > 0 && <p className="hint">{t('review.pointHint', { item: pointing.item })}</p>}
      <EvidenceList
        one={one}
        newSince={reviewedUpTo(one)}
        {...(pointing && { chosen: pointing.chosen, choose: pointing.choose })}
      />
    </div>
  );
}
