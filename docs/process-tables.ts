import { actions, actors, otherLimits, requirementLabels, stages, type Action } from '../domain/process.ts';
import { stageNames } from '../domain/process-moves.ts';
import { fromInWords, holders, limitInWords, toInWords } from '../domain/process-words.ts';

/** docs/process.md: the picture, then stages and actions in the order of the process table. */
export function processMarkdown(): string {
  return `# 办案流程 The process

本页由 \`npm run docs\` 从 [domain/process.ts](../domain/process.ts) 生成，请勿手工修改。
Written by \`npm run docs\` from [domain/process.ts](../domain/process.ts); do not edit.

![办案流程图：阶段、办理人、时限和去向](process.svg)

期限是默认值，各机关以有生效日期的参数包另定。时间不作决定：超期只提醒和升级。
Limits are defaults of a parameter pack (per agency, effective-dated). Time never decides: what is late is reminded of and escalated.

法律依据 Legal basis: CFL 行政处罚法 · XKL 行政许可法 · CQL 行政强制法，后为条号 with the number of the article.

## 阶段 Stages

${table(['阶段', 'Stage', '名称 key', '轮到谁 holder', '默认时限 limit', '时钟 clock'], stageNames.map(stageRow))}

## 其他时限 Other limits

${table(
  ['名称 key', '默认 default'],
  Object.entries(otherLimits).map(([key, limit]) => [`\`${key}\``, limitInWords(limit)]),
)}

## 动作 Actions

${table(['动作', 'Action', '从 from', '到 to', '由谁 by', '要求 requires', '依据 basis'], (Object.keys(actions) as Action[]).map(actionRow))}
`;
}

function stageRow(name: (typeof stageNames)[number]): string[] {
  const { zh, en, holder, limit, pauses, final } = stages[name];
  const clock = {
    none: '',
    stageItCameFrom: '所离开的阶段停止计时',
    everyStage: '各阶段停止计时',
  }[pauses ?? 'none'];
  return [zh, en, `\`${name}\``, holders[holder] || '—', limitInWords(limit) || '—', final ? '办结' : clock];
}

function actionRow(name: Action): string[] {
  const { zh, en, by, certificate, requires, basis } = actions[name];
  const required = [
    ...requires.map((requirement) => requirementLabels[requirement]),
    ...(certificate ? ['执法证件当日有效'] : []),
  ];
  return [zh, `${en}<br>\`${name}\``, fromInWords(name), toInWords(name), actors[by], required.join('；'), basis];
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
