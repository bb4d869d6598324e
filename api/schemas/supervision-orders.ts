import { z } from 'zod';
import { systemEvents } from '../../domain/process.ts';
import { actionName, moment, paging, words } from './case-list.ts';
import { orderGround } from './case.ts';
import { filledLine, personId, text } from './values.ts';

const plain = z.string();
const code = z.string().regex(/^[\w-]{1,64}$/);
const caseId = z.string().regex(/^[0-9a-f-]{36}$/);
const status = z.enum(['open', 'replied', 'returned', 'closed']);

export const orderId = z.string().regex(/^[0-9a-f-]{36}(:[1-9]\d{0,8})?$/);

/** An order on an agency as a whole. */
export const openOrder = z.strictObject({
  agency: code,
  subject: filledLine(200),
  reason: text().optional(),
  requires: text().optional(),
  cases: z.array(caseId).max(100).optional().describe('涉及的案件 The cases that it names'),
});

export const orderActs = {
  replySupervision: z.strictObject({ reply: text().optional() }),
  returnSupervision: z.strictObject({ reason: text().optional(), requires: text().optional() }),
  closeSupervision: z.strictObject({ conclusion: text().optional() }),
};
export type OrderAct = keyof typeof orderActs;

export const ordersQuery = z.strictObject({
  agency: code.optional(),
  region: code.optional().describe('地区及其下辖 A region and all below it'),
  status: status.optional(),
  overdue: z.enum(['true', 'false']).optional().describe('回复是否逾期 Whether the reply is late'),
  case: caseId.optional(),
  text: words.optional(),
  ...paging,
});

const due = z.object({
  at: moment,
  day: z.iso.date(),
  inWords: plain,
  workdaysLeft: z.int(),
  remaining: plain,
  remainingEn: plain,
});

/** One row: an order on a case, or on an agency as a whole. */
export const listedOrder = z.object({
  id: plain,
  on: z.enum(['case', 'agency']),
  agency: plain,
  agencyName: plain,
  region: plain,
  regionName: plain,
  case: z.object({ id: plain, title: plain }).nullable(),
  subject: plain.nullable(),
  reason: plain,
  requires: plain.nullable(),
  because: orderGround.nullable().describe('自动督办的缘由 Why the clock opened it'),
  status,
  statusName: plain,
  statusNameEn: plain,
  openedBy: z.union([personId, z.literal('system')]),
  openedByName: plain.nullable(),
  openedAt: moment,
  due: due.nullable().describe('回复期限，等待回复时才有 When the reply is due, while one is waited for'),
  overdue: z.boolean(),
  repliedAt: moment.nullable(),
  returns: z.int(),
  closedAt: moment.nullable(),
  lastAt: moment,
});

const eventName = z.enum([...actionName.options, ...Object.keys(systemEvents)]);

export const orderPage = listedOrder.extend({
  cases: z.array(z.object({ id: plain, title: plain })),
  explanation: z.object({ zh: plain, en: plain }).nullable().describe('回复期限的算法 Why the reply is due that day'),
  history: z.array(
    z.object({
      seq: z.int(),
      type: eventName,
      label: plain,
      labelEn: plain,
      at: moment,
      actor: plain,
      actorName: plain.nullable(),
      asked: z.array(plain),
      told: z.array(plain),
      words: z.record(plain, z.unknown()),
    }),
  ),
  persons: z.record(plain, plain).describe('姓名 Names by person id'),
  allowedActions: z.array(z.object({ action: actionName, label: plain })),
});

export const ordersPage = z.object({ total: z.int(), items: z.array(listedOrder), nextCursor: plain.nullable() });
export const pendingOrder = z.object({ commandId: plain, id: plain });

export type ListedOrder = z.infer<typeof listedOrder>;
export type OrderPage = z.infer<typeof orderPage>;
