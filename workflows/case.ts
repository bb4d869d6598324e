import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  log,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { apply, fold } from '../domain/apply.ts';
import type { CaseEvent, Command } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import { isInHand, isOpen } from '../domain/ended.ts';
import { recalculation } from '../domain/recalculation.ts';
import { refuse } from '../domain/refusal.ts';
import { standingOf } from '../domain/standing.ts';
import type { CaseState, Millis } from '../domain/state.ts';
import { fellDue, nextWake } from '../domain/wake.ts';
import { attributesFollow } from './case-attributes.ts';
import { withAnswers } from './case-start.ts';
import { failure } from './failure.ts';
import { indexCase } from './index-case.ts';
import { createLock } from './lock.ts';
import {
  act,
  advance,
  catchUpWith,
  recalculate,
  seeOrganisation,
  snapshot,
  type Acted,
  type CaseStart,
  type CommandAnswer,
  type Work,
} from './messages.ts';
import { pauseAfter } from './pause.ts';
import { missedEvents, record } from './recording.ts';

/**
 * One major enforcement decision, from filing to the archive. It waits for people's commands, wakes when something
 * falls due, and ends at a final stage with nothing in hand. It decides nothing by itself.
 */
export async function caseWorkflow(start: CaseStart): Promise<void> {
  const { caseId, agency, virtualTime } = start;
  let state: CaseState = start.state;
  let answered = start.answered;
  let unindexedSince: Millis | null = null;
  let asked = false;
  let failures = 0;
  const firstSeq = state.seq;
  const oneAtATime = createLock();

  setHandler(snapshot, () => state);
  setHandler(act, carryOutInTurn, { validator: refuseEarly });
  setHandler(advance, (at) => oneAtATime(() => catchUp(at)));
  setHandler(seeOrganisation, async () => {
    await unlessFaulty('looking at the organisation failed', recordAbsences);
  });
  setHandler(recalculate, async (version) => {
    await unlessFaulty('recalculating deadlines failed', () => takeCalendar(version));
  });
  setHandler(catchUpWith, (seq) => oneAtATime(() => fetchMissed(seq)));

  if (!state.filing) await waitForFiling();
  while (isInHand(state) && !shouldContinue() && state.filing) {
    await waitForChangeOrWake();
  }
  await condition(allHandlersFinished);
  if (state.filing) indexCase(state);
  if (isInHand(state)) {
    await continueAsNew<typeof caseWorkflow>({ ...start, state, answered });
  }

  /** It comes with the start, unless a worker died that had written it and the server lost it. A refused one leaves nothing. */
  async function waitForFiling(): Promise<void> {
    await condition(() => asked, '20 seconds');
    await condition(() => state.filing !== null || allHandlersFinished());
    await fetchMissed(1);
  }

  /** One timer. A moment that moved away leaves it as it is: the case then wakes once for nothing, and sleeps again. */
  async function waitForChangeOrWake(): Promise<void> {
    const alarm = nextAlarm();
    const over = () => !isInHand(state) || shouldContinue();
    if (virtualTime) return condition(over);
    if (alarm === null) return condition(() => nextAlarm() !== null || over());
    const sooner = () => (nextAlarm() ?? alarm) < alarm;
    const slept = !(await condition(() => sooner() || over(), Math.max(1, alarm - Date.now())));
    if (!slept) return;
    const marked = await unlessFaulty('marking what fell due failed', () => catchUp(Date.now()));
    indexCase(state);
    unindexedSince = null;
    failures = marked ? 0 : failures + 1;
    if (!marked) await sleep(pauseAfter(failures));
  }

  /** What falls due next, or the moment at which operators must see the first change that they do not see yet. */
  function nextAlarm(): Millis | null {
    const moments = [nextWake(state), unindexedSince === null ? null : unindexedSince + attributesFollow];
    return moments.reduce((first, moment) => (first === null || (moment !== null && moment < first) ? moment : first));
  }

  /** A fault of ours must not end the case's workflow: it is tried again, and the case shows as stuck meanwhile. */
  async function unlessFaulty(what: string, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await oneAtATime(work);
      return true;
    } catch (error) {
      if (!(error instanceof ApplicationFailure)) throw error;
      log.error(what, { type: error.type, codes: error.details });
      return false;
    }
  }

  /** In virtual time a case takes a new calendar at the moment in which it stands: its next command may be older than the notice. */
  async function takeCalendar(version: number): Promise<void> {
    if (!virtualTime) await catchUp(Date.now());
    for (let seen = -1; seen < state.seq;) {
      seen = state.seq;
      const decided = recalculation(state, version, virtualTime ? state.lastAt : Math.max(Date.now(), state.lastAt));
      if (decided) await write({ decided });
    }
  }

  /** A refusal here leaves no trace in the history. What this run cannot judge is let through and decided below. */
  function refuseEarly(command: Command): void {
    if (command.knownSeq > state.seq || answerTo(command.id)) return;
    const decision = decide(state, command, momentOf(command));
    if ('refused' in decision) throw failure(decision.refused);
  }

  function carryOutInTurn(command: Command): Promise<Acted> {
    asked = true;
    return oneAtATime(() => carryOut(command));
  }

  async function carryOut(command: Command): Promise<Acted> {
    let written = false;
    if (command.knownSeq > state.seq) await fetchMissed(command.knownSeq);
    for (;;) {
      const before = answerTo(command.id);
      if (before) return written ? { ...before, standing: standingOf(state) } : before;
      const now = momentOf(command);
      if (now < state.lastAt) throw failure(refuse('clock.backwards', { last: state.lastAt }));
      if (fellDue(state, now)) await catchUp(now);
      await write({ command, now });
      written = true;
    }
  }

  async function fetchMissed(upTo: number): Promise<number> {
    if (upTo > state.seq) see(await missedEvents({ caseId, agency, lastSeq: state.seq }));
    return state.seq;
  }

  /** What fell due until `now` happens first, in order: after an outage as in virtual time. */
  async function catchUp(now: Millis): Promise<number> {
    for (let due = fellDue(state, now); due; due = fellDue(state, now)) {
      const { lateBy: _, ...onTime } = due;
      await write({ decided: virtualTime ? onTime : due });
    }
    return state.seq;
  }

  /** Who is away by now is stood in for or reported, who is back has the task again; again until nothing is left to write. */
  async function recordAbsences(): Promise<void> {
    const now = Math.max(Date.now(), state.lastAt);
    if (!virtualTime) await catchUp(now);
    for (let more = isOpen(state), tries = 0; more && tries < 5; tries += 1) more = await write({ asOf: now });
  }

  /** Decides and records in one: what is decided enters the history, so that another law tomorrow changes nothing of it. False: nothing to write. */
  async function write(work: Work): Promise<boolean> {
    const result = await record({ caseId, agency, seq: state.seq, ...work });
    if (result.kind === 'refused') throw failure(result.refusal);
    if (result.kind === 'unchanged') return false;
    see(result.kind === 'recorded' ? [result.event] : result.events);
    return true;
  }

  function see(events: CaseEvent[]): void {
    const fresh = events.filter((event) => event.seq > state.seq);
    if (fresh.length === 0) return;
    state = fresh.length === 1 ? apply(state, fresh[0]!) : fold(state, fresh);
    answered = withAnswers(answered, fresh);
    if (virtualTime) indexCase(state);
    else unindexedSince ??= Date.now();
  }

  function answerTo(commandId: string): CommandAnswer | undefined {
    return answered.find((entry) => entry.id === commandId)?.answer;
  }

  function momentOf(command: Command): Millis {
    return virtualTime && command.at !== undefined ? command.at : Math.max(Date.now(), state.lastAt);
  }

  function shouldContinue(): boolean {
    return workflowInfo().continueAsNewSuggested || state.seq - firstSeq >= start.continueAfter;
  }
}
