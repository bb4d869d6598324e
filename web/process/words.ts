import { useTranslation } from 'react-i18next';

/** What the flow chart says beside the process table, [Chinese, English]. */
// prettier-ignore
const words = {
  title: ['办案流程图', 'The process'],
  titleOf: ['办案流程图：{category}', 'The process: {category}'],
  hint: ['由流程表直接绘出；时限为本机关现行参数。时间不作决定：超期只提醒和升级。', 'Drawn from the process table itself; limits are those in force in your agency. Time never decides: what is late is reminded of and escalated.'],
  print: ['打印', 'Print'],
  here: ['案件在此', 'The case is here'],
  dueOn: ['{day} 到期', 'due {day}'],
  ofCase: ['案件：{title}', 'Case: {title}'],
  legend: ['图例', 'Legend'],
  forward: ['办理', 'forward'],
  pass: ['审核通过以后', 'after a passed review'],
  back: ['退回、往返', 'back, or there and back'],
  refused: ['未通过、终结', 'not passed, or ended'],
  paused: ['虚线框：所离开的阶段停止计时', 'Dashed: the clock of the stage left stands still'],
  returns: ['↩ 退回调查取证', '↩ back to the investigation'],
  limitOf: ['{name}：{limit}', '{name}: {limit}'],
  beside: ['其他时限', 'Other limits'],
  agreed: ['同意', 'Agreed'],
  notAgreed: ['未通过', 'Not passed'],
  summary: ['简易程序：{what}（{basis}）', 'Summary procedure: {what} ({basis})'],
  chart: ['流程图，各阶段链接到下方说明', 'Flow chart; each stage leads to its text below'],
  list: ['流程说明', 'The process in words'],
  holder: ['轮到', 'Whose move'],
  limit: ['时限', 'Limit'],
  noLimit: ['没有本阶段的时限', 'no limit of its own'],
  action: ['办理事项', 'Act'],
  to: ['去向', 'Leads to'],
  by: ['由谁办理', 'Who'],
  requires: ['要求', 'Requires'],
  basis: ['依据', 'Legal basis'],
  stays: ['不变', 'stays'],
  backTo: ['原阶段', 'the stage it came from'],
  anywhere: ['各阶段都可以办理的事项', 'Acts of several stages'],
  from: ['何时', 'When'],
  filing: ['（新案）', '(a new case)'],
  wd: ['{n}个工作日', '{n} working days'],
  d: ['{n}日', '{n} days'],
  isLegalBasis: ['依据：{basis}', 'Basis: {basis}'],
} as const satisfies Record<string, readonly [string, string]>;

export type Word = keyof typeof words;

/** The words in the language that is read; {n} and the like are filled in. */
export function useWords(): (word: Word, values?: Record<string, string | number>) => string {
  const { i18n } = useTranslation();
  const at = i18n.language === 'en' ? 1 : 0;
  return (word, values = {}) =>
    words[word][at].replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''));
}
