import { useSaying } from '../worded.ts';
import type { Asked } from './use-leave.ts';
import { useLeaveWords } from './words.ts';

interface Given {
  substitutes: Asked['substitutes'];
  chosen: string;
  choose: (id: string) => void;
  /** What it means to name nobody. */
  nobodyHint: string;
}

/** Who is to stand in: those who may; of the others, under the same ground together, why not. */
export function SubstituteChoice({ substitutes, chosen, choose, nobodyHint }: Given) {
  const w = useLeaveWords();
  const inWords = useSaying();
  const fitting = substitutes.filter(({ why }) => !why);
  const others = substitutes.filter(({ why }) => why);
  const one = others.find(({ id }) => id === chosen);
  const grounds = new Map<string, string[]>();
  for (const { name, why } of others) {
    const said = inWords(why!.zh, why!.en);
    grounds.set(said, [...(grounds.get(said) ?? []), name]);
  }
  return (
    <>
      <label className="substitute">
        {w('substitute')}
        <select value={chosen} onChange={(event) => choose(event.target.value)}>
          <option value="">{w('nobody')}</option>
          {one && <option value={one.id}>{one.name} ✕</option>}
          {fitting.map(({ id, name, title, sectionName }) => (
            <option key={id} value={id}>
              {name}（{[sectionName, title].filter(Boolean).join(' · ')}）
            </option>
          ))}
        </select>
      </label>
      {one?.why && <p className="late">{w('noLonger', { name: one.name, why: inWords(one.why.zh, one.why.en) })}</p>}
      {!chosen && <p className="hint">{nobodyHint}</p>}
      {others.length > 0 && (
        <details open={fitting.length === 0}>
          <summary>{fitting.length === 0 ? w('nobodyMay') : w('mayNot', { n: others.length })}</summary>
          <ul>
            {[...grounds].map(([why, names]) => (
              <li key={why}>{w('because', { why, names: names.join('、') })}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
