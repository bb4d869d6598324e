import type { CaseAnswer } from '../../api/schemas/case.ts';

export type Happened = CaseAnswer['history'][number];

/** What a person did, or what the clock did meanwhile, told together. */
export type Told =
  { kind: 'act'; happened: Happened; before: Happened | undefined } | { kind: 'clock'; all: Happened[] };

/** The history with the newest first; what the clock did between two acts is one entry. */
export function toldHistory(history: Happened[]): Told[] {
  const told: Told[] = [];
  for (const [index, happened] of history.entries()) {
    const last = told.at(-1);
    if (happened.actor !== 'system') told.push({ kind: 'act', happened, before: history[index - 1] });
    else if (last?.kind === 'clock') last.all.push(happened);
    else told.push({ kind: 'clock', all: [happened] });
  }
  return told.toReversed();
}

/** In which order words are looked through for what an act comes down to. */
const gist = ['verdict', 'result', 'person', 'to', 'ground', 'missing', 'missingAnswered', 'reasons', 'opinion', 'reply', 'resolution', 'conclusion', 'reason', 'text', 'name', 'kind', 'detail', 'what', 'report', 'law', 'documentNo', 'opinionNo', 'method']; // prettier-ignore

/** The one or two fields that say what an act was about, and the others. */
export function gistOf(words: Record<string, unknown>): { said: [string, unknown][]; rest: Record<string, unknown> } {
  const filled = (value: unknown) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0); // prettier-ignore
  const names = gist.filter((name) => filled(words[name]) && (typeof words[name] === 'string' || isList(words[name]))).slice(0, 2); // prettier-ignore
  const rest = Object.fromEntries(
    Object.entries(words).filter(([name, value]) => !names.includes(name) && filled(value)),
  );
  return { said: names.map((name) => [name, words[name]]), rest };
}

function isList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
