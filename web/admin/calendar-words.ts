import { worded } from '../worded.ts';

/** What the page of the calendar says, [Chinese, English]. */
// prettier-ignore
const words = {
  title: ['工作日历', 'Working calendar'],
  year: ['{n}年', '{n}'],
  source: ['来源：{source}', 'From: {source}'],
  missing: ['缺 {years} 年', '{years} missing'],
  off: ['休', 'off'],
  working: ['班', 'on'],
  legend: ['休＝放假，班＝调休上班；其余按周一至周五上班。', '休 off, 班 make-up working day; otherwise Monday to Friday.'],
  month: ['{n}月', '{n}'],
  weekdays: ['一二三四五六日', 'MTWTFSS'],
  days: ['放假 {off} 天，调休上班 {working} 天', '{off} days off, {working} make-up days'],
  importYear: ['导入年度安排', 'Import a year'],
  importHint: ['按国务院办公厅的通知填写；先预演，看清哪些在办期限会变动、哪些不再暂定。', 'As in the notice of the State Council; the dry run shows which open deadlines move and which are certain from then on.'],
  asLists: ['填两张清单', 'Two lists'],
  asJson: ['粘贴 JSON', 'Paste JSON'],
  yearField: ['年度', 'Year'],
  sourceField: ['通知名称', 'Title of the notice'],
  documentNo: ['文号', 'Number'],
  issuedOn: ['发布日期', 'Issued on'],
  offDays: ['放假（每行一天，或者「首日至末日」）', 'Days off (one a line, or “first to last”)'],
  workingDays: ['调休上班（每行一天）', 'Make-up working days (one a line)'],
  wrongLine: ['这一行不是日期：{line}。请写成 2027-02-06，或者 2027-02-06至2027-02-12。', 'This line is no day: {line}. Write 2027-02-06, or 2027-02-06 to 2027-02-12.'],
  dryRun: ['预演', 'Dry run'],
  moves: ['会变动的期限：{n} 个', 'Deadlines that move: {n}'],
  noMoves: ['没有期限变动。', 'No deadline moves.'],
  settles: ['日期不变、不再暂定的：{n} 个', 'Same day, no longer provisional: {n}'],
  deadline: ['期限', 'Deadline'],
  from: ['原到期日', 'Was due'],
  to: ['新到期日', 'Is due'],
  certain: ['是否暂定', 'Provisional'],
  cases: ['件数', 'Cases'],
  stillProvisional: ['仍暂定', 'still provisional'],
  nowCertain: ['不再暂定', 'certain from now on'],
  wasCertain: ['确定', 'certain'],
} as const satisfies Record<string, readonly [string, string]>;

export const useCalendarWords = worded(words);
