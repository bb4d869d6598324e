import { actions, stages, type Stage } from '../../domain/process.ts';
import { broadlyInto, returnsToFirst } from '../../domain/process-moves.ts';
import { basisOf } from './drawn.ts';
import { limitIn, type Parameters } from './limits.ts';
import { holderNames } from './names.ts';
import { box, placeOf } from './places.ts';
import { wrapped } from './text-width.ts';
import { useLimitWords, useNamed } from './use-named.ts';
import { useWords } from './words.ts';

interface Given {
  stage: Stage;
  parameters: Parameters | undefined;
  /** Of the case that is shown: it stands here, it was here, or neither. */
  standing: 'here' | 'passed' | null;
  /** Said of the case where it stands. */
  note: string;
}

const line = 16;
const textSize = 12.5;

/** One stage: its name, whose move it is and until when, on which law, and how it goes back. Leads to its text below. */
export function StageBox({ stage, parameters, standing, note }: Given) {
  const named = useNamed();
  const w = useWords();
  const limitWords = useLimitWords();
  const { zh, en, holder, final, pauses } = stages[stage];
  const place = placeOf(stage);
  const name = named([zh, en]);
  const limit = limitIn(parameters, stage);
  const labels = (list: ReturnType<typeof returnsToFirst>) => list.map((action) => named([actions[action].zh, actions[action].en])).join(' · '); // prettier-ignore
  const back = returnsToFirst(stage);
  const broad = broadlyInto(stage);
  const basis = named(basisOf(stage));
  const inner = (text: string) => wrapped(text, box.width - 14, textSize);
  const marked = standing === 'passed' ? `✓ ${name}` : standing === 'here' ? `◉ ${name}` : name;
  const names = wrapped(marked, box.width - 8, 15);
  const lines = [
    ...names.map((text) => ({ text, as: 'name' })),
    ...inner([named(holderNames(holder)), limit && limitWords(limit).replaceAll(' ', '\u00a0')].filter(Boolean).join(' · ')).map((text) => ({ text, as: '' })), // prettier-ignore
    ...inner(basis && w('isLegalBasis', { basis })).slice(0, 3).map((text) => ({ text, as: 'quiet' })), // prettier-ignore
    ...inner(back.length > 0 ? `↩ ${labels(back)}` : '').map((text) => ({ text, as: 'quiet' })),
    ...inner(labels(broad)).map((text) => ({ text, as: 'quiet' })),
  ];
  const noteLines = standing === 'here' ? inner(note) : [];
  const top = place.y - ((lines.length + noteLines.length) * line) / 2 + 13;
  return (
    <a href={`#stage-${stage}`} className={`stage ${standing ?? ''} ${final ? 'final' : ''} ${pauses ? 'pauses' : ''}`}>
      <title>{standing === 'here' ? `${name}：${w('here')}` : name}</title>
      <rect x={place.left} y={place.top} width={box.width} height={box.height} rx={final ? 14 : 3} />
      {[...lines, ...noteLines.map((text) => ({ text, as: 'note' }))].map(({ text, as }, n) => (
        <text key={`${n} ${text}`} x={place.x} y={top + n * line} className={as}>
          {text}
        </text>
      ))}
    </a>
  );
}
