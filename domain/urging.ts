import type { CaseEvent } from './command.ts';
import type { CaseState, Millis, PersonId } from './state.ts';

/** How often the holders were urged (催办), and what of it nobody answered yet. */
export interface Urged {
  times: number;
  unanswered: number;
  /** Everybody urged since the last answer. */
  whom: PersonId[];
}

/** One urging, and the act that answered it: the next one of somebody who was urged, or who holds the task by then. */
export interface Urging {
  seq: number;
  by: PersonId;
  at: Millis;
  whom: PersonId[];
  answered: { seq: number; by: PersonId; at: Millis } | null;
}

/** What an event makes of the urgings of a case, undefined before the first; the state is that before the event. */
export function urgedAfter({ urged, holder }: CaseState, event: CaseEvent): Urged | undefined {
  if (event.type === 'urge') {
    const { times = 0, unanswered = 0, whom = [] } = urged ?? {};
    const all = [...new Set([...whom, ...(event.told ?? [])])];
    return { times: times + 1, unanswered: unanswered + 1, whom: all };
  }
  if (!urged || urged.unanswered === 0 || !answers(event, urged.whom, holder)) return urged;
  return { ...urged, unanswered: 0, whom: [] };
}

/** Every urging of a case in its order, from all its events: who urged whom when, and what answered it. */
export function urgingsOf(events: CaseEvent[]): Urging[] {
  const all: Urging[] = [];
  let holder: PersonId[] = [];
  for (const event of events) {
    const waiting = all.filter(({ answered }) => answered === null);
    const whom = waiting.flatMap((urging) => urging.whom);
    const { seq, actor: by, at } = event;
    if (event.type === 'urge') all.push({ seq, by, at, whom: event.told ?? [], answered: null });
    else if (answers(event, whom, holder)) for (const urging of waiting) urging.answered = { seq, by, at };
    holder = event.holder;
  }
  return all;
}

function answers({ actor }: CaseEvent, whom: PersonId[], holder: PersonId[]): boolean {
  return whom.includes(actor) || holder.includes(actor);
}
