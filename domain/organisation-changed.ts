import { absenceOf } from './absence.ts';
import type { Decided, Facts } from './command.ts';
import { actAsHandlers } from './entering.ts';
import { heldBy } from './held-by.ts';
import { taskKind } from './holder.ts';
import { isOpen } from './ended.ts';
import { listed, standsFor } from './stand-ins.ts';
import type { Absent, CaseState, Millis, StandIn } from './state.ts';
import { nothingElse } from './wake.ts';

/**
 * What the organisation as it is now means for a case that is open: who is stood in for since, whose substitute ended or changed, which
 * holder is absent and was not reported yet (the heads are told, the task stays). Null when there is nothing to write; after
 * the event that it answers there is not. `facts.persons` has every holder, and everybody who stands in or is stood in for.
 */
export function organisationChanged(state: CaseState, facts: Facts, now: Millis): Decided | null {
  const { filing } = state;
  if (!filing || !isOpen(state) || state.stage === 'none' || state.stage === 'suspended') return null;
  const before = state.standIns ?? [];
  const fallsTo = [...new Set(state.holder.map((person) => standsFor(state, person)))];
  const held = heldBy(fallsTo, taskKind(state), { state, filing, facts, now });
  const others = before.filter((one) => !fallsTo.includes(one.for) && stillOnLeave(one));
  const standIns = [...others, ...held.standIns];
  const reported = state.absent ?? [];
  const fresh = held.absent.filter((one) => !reported.some((other) => same(one, other)));
  const stoodIn = standIns.filter((one) => !before.some((other) => other.for === one.for && other.by === one.by));
  const list = listed(state, standIns);
  if (!list.standIns && fresh.length === 0) return null;
  const type = stoodIn.length > 0 ? 'standIn' : list.standIns ? 'endStandIn' : 'reportAbsence';
  return {
    ...nothingElse,
    type,
    at: now,
    // Its number alone makes it this one: whoever has not seen what came before is told so first.
    commandId: `${type}:${state.seq + 1}`,
    factsVersion: facts.version,
    stage: state.stage,
    round: state.round,
    holder: held.holder,
    took: actAsHandlers(stoodIn, state.handlers),
    ...list,
    ...(fresh.length > 0 && { absent: held.absent, told: held.told }),
  };

  function stillOnLeave(one: StandIn): boolean {
    const person = facts.persons[one.for];
    const absence = person && absenceOf(person, { task: null, filing: filing!, facts, now });
    return absence?.kind === 'onLeave' && absence.until === one.until;
  }
}

function same(one: Absent, other: Absent): boolean {
  return one.person === other.person && one.kind === other.kind && one.since === other.since;
}
