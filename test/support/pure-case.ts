import { createHash } from 'node:crypto';
import { apply } from '../../domain/apply.ts';
import { dayOf } from '../../domain/calendar.ts';
import type { CaseEvent, Command, CommandInput, Decided, Facts } from '../../domain/command.ts';
import { decide, type Decision } from '../../domain/decide.ts';
import { organisationChanged } from '../../domain/organisation-changed.ts';
import type { Action, ForbiddenAct } from '../../domain/process.ts';
import { emptyState, type CaseState, type ClockName, type Filing } from '../../domain/state.ts';
import { fellDue } from '../../domain/wake.ts';
import { plausibleInput } from './plausible-input.ts';
import { reckonedClocks } from './recorded-clocks.ts';
import { filing, smallAgency } from './small-agency.ts';

export type Given = Partial<CommandInput>;

/** What a case is ruled by; a proof may put one with a hole in its place. */
export interface Law {
  decide: typeof decide;
  apply: typeof apply;
  /** What comes on record after an answer: nothing after a refusal. */
  written(decision: Decision, state: CaseState, command: Command, now: number): Decided | null;
}

export const lawful: Law = {
  decide,
  apply,
  written: (decision) => ('decided' in decision ? decision.decided : null),
};

/** A case without database and workflow: decide, a stand-in for record(), apply. Moments are Shanghai time. */
export class PureCase {
  state: CaseState = emptyState;
  events: CaseEvent[] = [];
  now = moment('2026-03-02 09:00');
  facts: Facts;
  law = lawful;
  readonly filed: Filing;
  private matter: { draft: unknown; rest: unknown[] } = { draft: null, rest: [] };

  constructor(filed: Partial<Filing> = {}, facts: Facts = smallAgency()) {
    this.filed = filing(filed);
    this.facts = facts;
  }

  /** '2026-03-05' or '2026-03-05 16:00'; what fell due until then is recorded first. */
  on(when: string): this {
    const later = moment(when) - this.now;
    if (this.state.stage !== 'none') return this.wait(later);
    this.now += later;
    return this;
  }

  command(actor: string, action: Action | ForbiddenAct, given: Given = {}): Command {
    const input = { given: [], ...plausibleInput(this, action), ...given };
    return {
      id: `${this.state.seq}:${actor}:${action}`,
      action,
      actor,
      input,
      wordsHash: '',
      facts: this.facts,
      knownSeq: this.state.seq,
    };
  }

  /** Does it; throws with the refusal where the domain says no. */
  do(actor: string, action: Action, given: Given = {}): this {
    const decision = decide(this.state, this.command(actor, action, given), this.now);
    if ('refused' in decision)
      throw new Error(`${actor} ${action} in ${this.state.stage}: ${JSON.stringify(decision.refused)}`);
    return this.write(decision.decided);
  }

  /** The code of the refusal, or 'yes'; nothing is written. */
  asks(actor: string, action: Action | ForbiddenAct, given: Given = {}): string {
    const decision = decide(this.state, this.command(actor, action, given), this.now);
    return 'refused' in decision ? decision.refused.code : 'yes';
  }

  /** Does it if the law allows it; answers 'yes' or the code of the refusal. */
  attempt(command: Command): string {
    const decision = this.law.decide(this.state, command, this.now);
    const written = this.law.written(decision, this.state, command, this.now);
    if (written) this.write(written);
    return 'refused' in decision ? decision.refused.code : 'yes';
  }

  /** Lets so much time pass; what fell due until then is recorded. */
  wait(milliseconds: number): this {
    this.now += milliseconds;
    for (let due = fellDue(this.state, this.now); due; due = fellDue(this.state, this.now)) this.write(due);
    return this;
  }

  /** The case is told of the organisation as it is now; answers what was recorded. */
  seeOrganisation(): CaseEvent[] {
    const before = this.events.length;
    for (let tries = 0; tries < 5; tries += 1) {
      const decided = organisationChanged(this.state, this.facts, this.now);
      if (!decided) return this.events.slice(before);
      this.write(decided);
    }
    throw new Error('what the organisation means for the case has no end');
  }

  /** The last day of a running clock, 'still' while it stands still, undefined when there is none. */
  due(name: ClockName = 'stage'): string | undefined {
    const clock = this.state.clocks.find((candidate) => candidate.name === name);
    if (!clock) return undefined;
    return clock.dueAt === null ? 'still' : dayOf(clock.dueAt);
  }

  copy(): PureCase {
    const other = new PureCase(this.filed, this.facts);
    return Object.assign(other, {
      state: this.state,
      events: [...this.events],
      now: this.now,
      law: this.law,
      matter: { ...this.matter },
    });
  }

  private write(decided: Decided): this {
    const seq = this.state.seq + 1;
    const armed = reckonedClocks(this.state, decided, seq);
    const contentHash = decided.type === 'saveDraft' ? sha(decided.input.draft) : null;
    this.matter = matterAfter(this.matter, decided, this.state.review?.verdict != null);
    const reviewedHash = this.matter.draft ? sha(this.matter) : null;
    const event: CaseEvent = { ...decided, caseId: this.filed.caseId, seq, armed, contentHash, reviewedHash };
    this.state = this.law.apply(this.state, event);
    this.events.push(event);
    return this;
  }
}

/** As record() does: a notice served after the reviewer's opinion is not among what was reviewed. */
function matterAfter(
  matter: { draft: unknown; rest: unknown[] },
  { type, input, actor }: Decided,
  opinionGiven: boolean,
) {
  if (type === 'saveDraft') return { ...matter, draft: input.draft };
  const reviewed =
    (type === 'addRecord' && input.record?.isEvidence) ||
    (type === 'recordNotice' && !opinionGiven) || type === 'recordHearing' ||
    (type === 'recordAnswer' && input.answer?.kind === 'statement'); // prettier-ignore
  return reviewed ? { ...matter, rest: [...matter.rest, { type, input, actor, nth: matter.rest.length }] } : matter;
}

function sha(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

function moment(when: string): number {
  const [day, time = '09:00'] = when.split(' ');
  return Date.parse(`${day}T${time}:00+08:00`);
}
