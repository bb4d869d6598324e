import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Action } from '../../domain/process.ts';

type Happened = CaseAnswer['history'][number];

/** Something on record that a review looks at. */
export interface Recorded {
  seq: number;
  at: string;
  by: string;
  /** Since the opinion of the round before. */
  isNew: boolean;
  words: Record<string, unknown>;
}

export interface Evidence extends Recorded {
  id: string;
  name: string;
  kind: string;
}

export interface Material {
  evidence: Evidence[];
  notices: Recorded[];
  answers: Recorded[];
  hearings: Recorded[];
  /** What was asked to be supplemented, and what was answered. */
  supplements: Recorded[];
}

/** What is put before a reviewer beside the draft, in the order in which it came. */
export function materialOf({ history, round }: Pick<CaseAnswer, 'history' | 'round'>): Material {
  const before = history.findLast((one) => one.type === 'giveOpinion' && one.round < round)?.seq ?? Infinity;
  const recorded = (...types: Action[]) =>
    history.filter(({ type }) => (types as string[]).includes(type)).map((one) => recordOf(one, before));
  return {
    evidence: recorded('addRecord').map(evidenceOf),
    notices: recorded('recordNotice'),
    answers: recorded('recordAnswer'),
    hearings: recorded('recordHearing'),
    supplements: recorded('requestSupplement', 'supplement'),
  };
}

function recordOf({ seq, at, actorName, words }: Happened, before: number): Recorded {
  return { seq, at, by: actorName ?? '', isNew: seq > before, words };
}

function evidenceOf(recorded: Recorded): Evidence {
  const { id = '', name = '', kind = '' } = recorded.words as Partial<Record<'id' | 'name' | 'kind', string>>;
  return { ...recorded, id, name, kind };
}
