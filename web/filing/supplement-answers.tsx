import type { CaseAnswer } from '../../api/schemas/case.ts';
import { Long } from './fields.tsx';
import { givenIn, type Typed } from './typed.ts';
import { useWords } from './words.ts';

/** What review asked for last, item by item. */
function askedFor({ history }: CaseAnswer): string[] {
  const missing = history.findLast(({ type }) => type === 'requestSupplement')?.words['missing'];
  return Array.isArray(missing) ? missing.map(String) : [];
}

/** An answer to each item that review asked for. */
export function SupplementAnswers({ one }: { one: CaseAnswer }) {
  const w = useWords();
  return (
    <section className="supplement">
      <h2>{w('asked')}</h2>
      <p className="hint">{w('supplementHint')}</p>
      {askedFor(one).map((what, at) => (
        <Long
          key={what}
          name={`missingAnswered.${at}.answer`}
          label={w('answerTo', { what })}
          rows={2}
          maximum={5_000}
          required
        />
      ))}
    </section>
  );
}

/** The body of the supplement: the answers in the order in which they were asked for. */
export function supplementBody(one: CaseAnswer, typed: Typed): Record<string, unknown> {
  const answers = askedFor(one).map((_what, at) => givenIn(typed, `missingAnswered.${at}.answer`) ?? '');
  return { contentVersion: one.content, missingAnswered: answers };
}
