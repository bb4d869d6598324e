import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CaseEvent, Command, Decided } from '../domain/command.ts';
import type { Stage } from '../domain/process.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Standing } from '../domain/standing.ts';
import type { CaseState, Millis, PersonId } from '../domain/state.ts';

/** What a command is answered with; the words are read from the database. */
export interface CommandAnswer {
  caseId: string;
  seq: number;
  stage: Stage;
}

/** What a case's workflow starts with: empty for a filing, folded from the events otherwise; also continue-as-new's input. */
export interface CaseStart {
  caseId: string;
  agency: string;
  state: CaseState;
  /** The last commands and their answers, so that a repeated one is answered again and not done again. */
  answered: { id: string; answer: CommandAnswer }[];
  /** Profile rehearsal: time is what the commands say, no timer is armed. */
  virtualTime: boolean;
  continueAfter: number;
}

/** A command to decide and record at a moment, what fell due, or whatever the organisation as it is at a moment means for the case. */
export type Work = { command: Command; now: Millis } | { decided: Decided } | { asOf: Millis };

/** `seq`: the last event that the workflow has folded, before this. */
export type RecordRequest = { caseId: string; agency: string; seq: number } & Work;

/** record()'s answers. `behind` brings the events that the workflow has not seen; `unchanged`: there is nothing to write. */
export type Recorded =
  | { kind: 'recorded'; event: CaseEvent }
  | { kind: 'already'; event: CaseEvent; events: CaseEvent[] }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'behind'; events: CaseEvent[] }
  | { kind: 'unchanged' };

/** The answer, with where the case stands after it; a command that was done before is answered without. */
export interface Acted extends CommandAnswer {
  standing?: Standing;
}

export const act = defineUpdate<Acted, [Command]>('act');
/** Profile rehearsal: what fell due until `at` happens, in order. */
export const advance = defineUpdate<number, [Millis]>('advance');
/** There are events up to this number: those that were missed are fetched. Answers the number of the last one known. */
export const catchUpWith = defineUpdate<number, [number]>('catchUpWith');
/** The organisation changed: whoever holds the task may be away since, or back. Changes nothing twice, however often it is told. */
export const seeOrganisation = defineSignal('seeOrganisation');
/** This version of the calendar is published: running deadlines of older versions are reckoned anew. */
export const recalculate = defineSignal<[number]>('recalculate');
export const snapshot = defineQuery<CaseState>('snapshot');

/** How far a version of the calendar has come on its way to the cases; also continue-as-new's input. */
export interface CalendarStart {
  version: number;
  /** The last case that was looked at in this walk. */
  after: string;
  /** Cases told in this walk. */
  told: number;
  /** Walks on end that found none to tell. */
  clean: number;
  /** Seconds between the last two walks. */
  waited: number;
}

/** Id of the one workflow that brings a version of the calendar to the cases. */
export function calendarWorkflowIdOf(version: number): string {
  return `calendar:${version}`;
}

/** How the organisation is brought to the cases; also continue-as-new's input. */
export interface OrganisationStart {
  /** Whose cases; of everybody who is absent when null. */
  persons: PersonId[] | null;
  /** The last case that was told in this walk. */
  after: { agency: string; caseId: string } | null;
  /** Walks still to do, this one included. */
  walks: number;
}

/** Id of the one workflow of a case. */
export function workflowIdOf(caseId: string): string {
  return `case:${caseId}`;
}

/** The case of a workflow's id; null of any other workflow. */
export function caseIdOf(workflowId: string): string | null {
  return /^case:(.+)$/.exec(workflowId)?.[1] ?? null;
}

/** What looks at Temporal from outside the cases' own workflows. */
export interface Watching {
  lookForFailing(): Promise<void>;
  reconcile(): Promise<void>;
}
