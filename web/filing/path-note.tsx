import type { FilingChoices } from '../../api/schemas/filing-choices.ts';
import type { PathPreview } from './path-preview.ts';
import { useWords, type Word } from './words.ts';

const grounds = ['hearingHeld', 'hearingClaimable', 'severalLegalRelations', 'majorPublicInterest', 'difficult', 'byLaw']; // prettier-ignore

/** Which way the case would go as it is typed now, and why. */
export function PathNote({ preview, summary, choices }: { preview: PathPreview; summary: boolean; choices: FilingChoices }) {
  const w = useWords();
  const why = (ground: string) => {
    const entry = choices.entries.findLast(({ id }) => ground === `catalogue:${id}`);
    if (entry) return w('byCatalogue', { id: entry.id.split('-').at(-1) ?? '', note: entry.note ?? entry.field });
    return grounds.includes(ground) ? w(ground as Word) : ground;
  };
  return (
    <section className="path">
      <h2>{w('path')}</h2>
      <p>
        <strong>{w(summary ? 'notReviewed' : preview.major ? 'isMajor' : 'notMajor')}</strong>
      </p>
      {!summary && preview.because.length > 0 && (
        <ul>
          {preview.because.map((ground) => (
            <li key={ground}>{why(ground)}</li>
          ))}
        </ul>
      )}
      <p className="hint">{w('pathHint')}</p>
    </section>
  );
} // prettier-ignore
