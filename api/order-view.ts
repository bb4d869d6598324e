import { shanghai } from '../domain/calendar.ts';
import { ladder } from '../domain/process.ts';
import type { CaseState } from '../domain/state.ts';
import type { SupervisionOrder } from '../domain/supervision.ts';
import { automaticReason, orderStatuses } from '../domain/supervision-words.ts';
import type { Urging } from '../domain/urging.ts';
import { caseOrderId } from '../prisma/case-order.ts';

/** The order that is not closed, as the page of its case shows it; null when there is none. */
export function caseOrderView({ filing, supervision, clocks }: CaseState) {
  if (!supervision || !filing) return null;
  const clock = clocks.find(({ name }) => name === 'supervision');
  const { status, openedBy, openedAt, because, asked, repliedBy, repliedAt, returns } = supervision;
  return {
    id: caseOrderId(filing.caseId, supervision),
    status,
    statusName: orderStatuses[status].zh,
    statusNameEn: orderStatuses[status].en,
    openedBy,
    openedAt: shanghai(openedAt),
    because: because && groundView(because),
    asked,
    replyDueAt: clock?.dueAt ? shanghai(clock.dueAt) : null,
    overdue: clock?.overdue ?? false,
    repliedBy,
    repliedAt: repliedAt === null ? null : shanghai(repliedAt),
    returns,
  };
}

/** Why the clock opened an order: deadline, rung, and both in words. */
export function groundView(because: NonNullable<SupervisionOrder['because']>) {
  const { clock, limit, rung } = because;
  const { zh, en } = automaticReason(because);
  return {
    deadline: clock,
    limit,
    rung,
    rungName: ladder[rung].zh,
    rungNameEn: ladder[rung].en,
    words: zh,
    wordsEn: en,
  };
}

/** Each urging (催办) with its words: who urged whom when, and which act answered it. */
export function urgingView({ seq, by, at, whom, answered }: Urging, said: Record<string, unknown>) {
  const { text } = said;
  return {
    seq,
    by,
    at: shanghai(at),
    whom,
    text: typeof text === 'string' ? text : null,
    answered: answered && { ...answered, at: shanghai(answered.at) },
  };
}
