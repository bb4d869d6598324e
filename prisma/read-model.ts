import { askedActions } from '../domain/asked-actions.ts';
import { isInHand, isOpen } from '../domain/ended.ts';
import { listedDue } from '../domain/listed-due.ts';
import { lacksTimer } from '../domain/stuck.ts';
import { majorGrounds } from '../domain/path.ts';
import type { CaseState } from '../domain/state.ts';
import { nextWake } from '../domain/wake.ts';

/**
 * The row of the read model for a folded state, under the names of its columns: every list, dashboard and search stands
 * on it. Throws TypeError for a case that was never filed.
 */
export function readModelOf(state: CaseState) {
  const { filing } = state;
  if (!filing) throw new TypeError('a case that was never filed has no read model');
  const due = (name: string) => moment(state.clocks.find((clock) => clock.name === name)?.dueAt);
  const first = listedDue(state);
  return {
    section_id: filing.section,
    category: filing.category,
    procedure: filing.procedure,
    stage: state.stage,
    round: state.round,
    content_version: state.content?.version ?? 0,
    pass_version: state.pass && !state.pass.voided ? state.pass.version : null,
    reviewed_hash: state.reviewedHash,
    holder: state.holder,
    major: majorGrounds(state, filing).major,
    due_at: due('stage'),
    overall_due_at: due('overall'),
    overdue_level: state.clocks.some((clock) => clock.overdue) ? 1 : 0,
    document_no: state.decision?.documentNo ?? null,
    last_seq: state.seq,
    last_at: moment(state.lastAt),
    state,
    open: isOpen(state),
    first_due_at: moment(first?.at),
    first_due_name: first?.name ?? null,
    asked: askedActions(state),
    involved: involvedIn(state),
    entered_at: moment(state.enteredAt),
    moved_at: moment(state.movedAt ?? state.lastAt),
    wake_at: moment(nextWake(state)),
    timer_missing: lacksTimer(state),
    in_hand: isInHand(state),
  };
}

function moment(millis: number | null | undefined): string | null {
  return typeof millis === 'number' ? new Date(millis).toISOString() : null;
}

/** Everybody who held a task of the case or acted in it. */
function involvedIn({ everHeld, tookPart, publication }: CaseState): string[] {
  const prepared = publication ? [publication.preparedBy] : [];
  return [...new Set([...everHeld, ...tookPart.map(({ person }) => person), ...prepared])];
}
