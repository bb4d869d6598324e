import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Stage } from '../../domain/process.ts';

/** The ways of a case, as people draw them; what lies beside a way is shown in the place that it interrupts. */
const ways = {
  major: ['investigating', 'firstReview', 'sectionSignOff', 'intake', 'legalReview', 'legalSignOff', 'deliberation', 'issuing', 'fulfilment', 'closing', 'archived'],
  ordinary: ['investigating', 'firstReview', 'sectionSignOff', 'intake', 'legalReview', 'legalSignOff', 'leaderApproval', 'issuing', 'fulfilment', 'closing', 'archived'],
  summary: ['investigating', 'fulfilment', 'closing', 'archived'],
} as const satisfies Record<string, readonly Stage[]>; // prettier-ignore

const beside: Partial<Record<Stage, Stage>> = {
  supplementing: 'legalReview',
  advising: 'legalReview',
  responding: 'legalSignOff',
  coordination: 'legalSignOff',
};

/** One place on the drawn way: where the case was (and when last), is now, or is still to come. */
export interface Place {
  stage: Stage;
  standing: 'done' | 'now' | 'toCome';
  /** The day on which the case came there the last time. */
  since: string | null;
  /** What it is interrupted by now, or ended with. */
  instead: Stage | null;
}

/** The drawn way of a case, from what is on record of it. */
export function wayOf(one: Pick<CaseAnswer, 'stage' | 'procedure' | 'major' | 'history'>): Place[] {
  const stage: Stage = one.stage === 'none' ? 'investigating' : one.stage;
  const way: readonly Stage[] = one.procedure === 'summary' ? ways.summary : one.major ? ways.major : ways.ordinary;
  const here = placeOf(stage, way, one.history);
  const index = way.indexOf(here);
  const ended = stage === 'terminated' || stage === 'transferred';
  return way.slice(0, ended ? index + 1 : undefined).map((name, at) => ({
    stage: name,
    standing: at < index || stage === 'archived' ? 'done' : at === index ? 'now' : 'toCome',
    since: at <= index ? enteredOn(name, one.history) : null,
    instead: at === index && name !== stage ? stage : null,
  }));
}

/** Where on the way a case stands; suspended, ended or beside the way, where it was before. */
function placeOf(stage: Stage, way: readonly Stage[], history: CaseAnswer['history']): Stage {
  if (way.includes(stage)) return stage;
  const place = beside[stage];
  if (place && way.includes(place)) return place;
  const before = history.findLast((event) => event.stage !== stage)?.stage;
  return before
    ? placeOf(
        before,
        way,
        history.slice(
          0,
          history.findLastIndex((event) => event.stage !== stage),
        ),
      )
    : way[0]!;
}

function enteredOn(stage: Stage, history: CaseAnswer['history']): string | null {
  const entered = history.findLast((event, at) => event.stage === stage && history[at - 1]?.stage !== stage);
  return entered ? entered.at.slice(0, 10) : null;
}
