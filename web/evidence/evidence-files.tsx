import { Button } from 'antd';
import { useState } from 'react';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { AddEvidence } from './add-evidence.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { useWords } from './words.ts';

/** The evidence of a case on its page, and for whoever may, adding to it. */
export function EvidenceFiles({ one }: { one: CaseAnswer }) {
  const w = useWords();
  const [adding, setAdding] = useState(false);
  const may = one.allowedActions.some(({ action }) => action === 'addRecord');
  return (
    <div className="evidence-files">
      {may && !adding && <Button onClick={() => setAdding(true)}>{w('add')}</Button>}
      {/* Kept open when the case has moved on meanwhile: what was typed is not lost. */}
      {adding && <AddEvidence one={one} close={() => setAdding(false)} />}
      <EvidenceList one={one} />
    </div>
  );
}
