import { deadlineName } from '../../domain/deadline-names.ts';
import type { DueCase, OverseenCase, StuckCase, UrgedCase } from '../schemas/oversight.ts';
import type { Columns } from './csv.ts';

const where: Columns<OverseenCase> = [
  ['地区 Region', ({ regionName }) => regionName],
  ['机关 Agency', ({ agencyName }) => agencyName],
  ['科室 Section', ({ sectionName }) => sectionName],
  ['案件 Case', ({ title }) => title],
  ['当事人 Party', ({ partyName }) => partyName],
  ['类别 Category', ({ categoryName }) => categoryName],
  ['文号 Number', ({ documentNo }) => documentNo],
  ['阶段 Stage', ({ stageName }) => stageName],
  ['本阶段天数 Days in stage', ({ daysInStage }) => daysInStage],
  ['持有人 Holder', ({ holders }) => holders.map(({ name }) => name).join('、')],
];
const id: Columns<OverseenCase> = [['编号 Id', (one) => one.id]];

export const dueColumns: Columns<DueCase> = [
  ...where,
  ['期限 Deadline', ({ due, stage }) => due && deadlineName({ name: due.name, limit: stage }).zh],
  ['到期日 Due', ({ due }) => due?.day ?? null],
  ['余额 Left', ({ due }) => due?.remaining ?? null],
  ['逾期天数 Days late', ({ daysLate }) => daysLate],
  ...id,
];

export const countedColumns: Columns<OverseenCase> = [...where, ...id];

export const standingColumns: Columns<OverseenCase> = [
  ...where,
  ['进入本阶段 In the stage since', ({ enteredAt }) => enteredAt?.slice(0, 10) ?? null],
  ['到期日 Due', ({ due }) => due?.day ?? null],
  ...id,
];

export const urgedColumns: Columns<UrgedCase> = [
  ...where,
  ['催办次数 Times urged', ({ urged }) => urged.times],
  ['未答复次数 Not answered', ({ urged }) => urged.unanswered],
  ['最后办理 Last moved', ({ movedAt }) => movedAt.slice(0, 10)],
  ...id,
];

export const stuckColumns: Columns<StuckCase> = [
  ...where,
  ['停滞自 Stuck since', ({ stuckSince }) => stuckSince.slice(0, 10)],
  ['停滞天数 Days stuck', ({ daysStuck }) => daysStuck],
  ['原因 Causes', ({ causes }) => causes.map(({ inWords }) => inWords).join('；')],
  ...id,
];
