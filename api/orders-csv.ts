import type { Columns } from './oversight/csv.ts';
import type { ListedOrder } from './schemas/supervision-orders.ts';

/** Supervision orders as a table for spreadsheets. */
export const orderColumns: Columns<ListedOrder> = [
  ['地区 Region', ({ regionName }) => regionName],
  ['机关 Agency', ({ agencyName }) => agencyName],
  ['案件 Case', (order) => order.case?.title ?? null],
  ['督办事项 Subject', ({ subject }) => subject],
  ['理由 Reason', ({ reason }) => reason],
  ['要求 Asked', ({ requires }) => requires],
  ['状态 Status', ({ statusName }) => statusName],
  ['督办人 Opened by', ({ openedByName }) => openedByName ?? '系统'],
  ['督办时间 Opened', ({ openedAt }) => openedAt],
  ['回复期限 Reply due', ({ due }) => due?.day ?? null],
  ['余额 Left', ({ due }) => due?.remaining ?? null],
  ['回复时间 Replied', ({ repliedAt }) => repliedAt],
  ['退回次数 Sent back', ({ returns }) => returns],
  ['办结时间 Closed', ({ closedAt }) => closedAt],
  ['编号 Id', ({ id }) => id],
];
