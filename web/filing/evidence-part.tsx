import type { CaseAnswer } from '../../api/schemas/case.ts';
import { Piece } from '../piece.tsx';
import { readLater } from '../read-later.ts';
import { fieldId } from './form.tsx';
import { Part } from './parts.tsx';
import { useWords } from './words.ts';

const EvidenceFiles = readLater(async () => (await import('../evidence/evidence-files.tsx')).EvidenceFiles);

/** The evidence with its files, and adding to it, beside the text that relies on it. */
export function EvidencePart({ one }: { one: CaseAnswer }) {
  const w = useWords();
  return (
    <Part
      title={w('evidence')}
      hint={evidenceSinceDraft(one) && <strong className="soon">▲ {w('evidenceSince')}</strong>}
    >
      <div id={fieldId('evidence')} tabIndex={-1}>
        <Piece>
          <EvidenceFiles one={one} />
        </Piece>
      </div>
    </Part>
  );
}

/** Evidence that came after the newest version: another version has to take it in before it is submitted. */
export function evidenceSinceDraft({ evidence, history }: CaseAnswer): boolean {
  const drafted = history.findLast(({ type }) => type === 'saveDraft')?.seq;
  return drafted !== undefined && evidence.some(({ isEvidence, seq }) => isEvidence && seq > drafted);
}
