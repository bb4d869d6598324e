import { actions, stages, type Action, type Stage } from '../domain/process.ts';
import { isFlat, isToStageAbove, layOut, type Layout, type Point, type Size } from './process-layout.ts';
import {
  broadlyInto,
  isOnward,
  moves,
  returnsToFirst,
  stageNames,
  summaryMoves,
  type Move,
  type MoveKind,
} from '../domain/process-moves.ts';
import { fromInWords, holders, limitInWords } from '../domain/process-words.ts';
import { escaped, textWidth, wrapped } from '../web/process/text-width.ts';

/** Ink on paper: blue leads on, green is the pass, grey goes back, red ends without a decision. */
const inks: Record<MoveKind, string> = {
  forward: '#1f3a6e',
  pass: '#2b7a3d',
  back: '#6b7280',
  detour: '#6b7280',
  refused: '#b3261e',
};
const ink = '#1a1a1a';
const quiet = '#6b7280';
const line = 19;
const margin = { left: 56, right: 10, top: 50, bottom: 118 };

interface Line {
  text: string;
  style: 'name' | 'plain' | 'quiet';
}

/** docs/process.svg: every stage, the ways on, the ways back and the short cut of the summary procedure. */
export async function processSvg(): Promise<string> {
  const drawn = moves().filter((move) => !isToStageAbove(move));
  const layout = await layOut(drawn, sizeOf, labelSize);
  const width = layout.width + margin.left + margin.right;
  const height = layout.height + margin.top + margin.bottom;
  const parts = [
    ...drawn.map((move, index) => arrow(move, layout.arrows[index]!)),
    ...summaryMoves().map((move) => shortCut(move, layout)),
    ...stageNames.map((stage) => box(stage, layout.boxes[stage])),
    ...drawn.map((move, index) => label(move, layout.arrows[index]!)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">
<title id="title">办案流程：从立案到归档，退回的途径和简易程序 The process from filing to archive</title>
<style>
  text { font: 14px "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; fill: ${ink}; }
  .name { font-size: 16px; font-weight: 600; }
  .quiet { fill: ${quiet}; }
</style>
<rect width="${width}" height="${height}" fill="#fff"/>
<g transform="translate(${margin.left} ${margin.top})">
${filing(layout.boxes.investigating)}
${parts.join('\n')}
</g>
${legend(width, height)}
</svg>
`;
}

function linesOf(stage: Stage): Line[] {
  const { zh, en, holder, limit } = stages[stage];
  const duty = [holders[holder], limitInWords(limit)].filter(Boolean).join(' · ');
  const names = (list: Action[]) => list.map((name) => actions[name].zh).join(' · ');
  const above = moves().filter((move) => move.from === stage && isToStageAbove(move));
  const quietLines = [
    duty,
    signed('↩ ', names(returnsToFirst(stage))),
    signed('↑ ', names(above.flatMap((move) => move.actions))),
    ...broadlyInto(stage).map((name) => `${actions[name].zh}：${fromInWords(name)}`),
  ];
  return [
    { text: zh, style: 'name' },
    { text: en, style: 'plain' },
    ...quietLines.flatMap((text) => wrapped(text, 176)).map((text) => ({ text, style: 'quiet' as const })),
  ];
}

function signed(sign: string, text: string): string {
  return text && sign + text;
}

function sizeOf(stage: Stage): Size {
  return { width: 184, height: linesOf(stage).length * line + 16 };
}

function box(stage: Stage, [x, y]: Point): string {
  const { width, height } = sizeOf(stage);
  const { final } = stages[stage];
  const stroke =
    final && !actions.archive.to.includes(stage) ? inks.refused : stages[stage].pauses ? quiet : inks.forward;
  const top = y - height / 2;
  const texts = linesOf(stage).map(
    ({ text, style }, index) =>
      `<text class="${style}" x="${x}" y="${top + 21 + index * line}" text-anchor="middle">${escaped(text)}</text>`,
  );
  const frame = `<rect x="${x - width / 2}" y="${top}" width="${width}" height="${height}" rx="${final ? 14 : 3}" fill="#fff" stroke="${stroke}" stroke-width="1.5"${stages[stage].pauses ? ' stroke-dasharray="5 3"' : ''}/>`;
  return [frame, ...texts].join('\n');
}

function labelLines(move: Move): { text: string; color: string }[] {
  const color = inks[move.kind];
  const [first, ...others] = move.actions;
  if (!first) return [];
  const onward = isOnward(move);
  return [
    ...(verdictOf(move) ? [{ text: verdictOf(move), color }] : []),
    { text: actions[first].zh, color },
    ...(onward ? wrapped(actions[first].en, isFlat(move) ? 96 : 190).map((text) => ({ text, color })) : []),
    ...[...others, ...move.returning].map((name) => ({ text: actions[name].zh, color: quiet })),
  ];
}

function verdictOf({ kind, to }: Move): string {
  if (kind === 'pass') return '同意 Agreed';
  return kind === 'refused' && !stages[to].final ? '未通过' : '';
}

function labelSize(move: Move): Size {
  const lines = labelLines(move);
  return { width: Math.ceil(Math.max(...lines.map(({ text }) => textWidth(text)))) + 6, height: lines.length * 17 + 4 };
}

function label(move: Move, { label: at }: Layout['arrows'][number]): string {
  if (!at) return '';
  const lines = labelLines(move);
  const [x, y] = at;
  const top = y - labelSize(move).height / 2;
  return lines
    .map(
      ({ text, color }, index) =>
        `<text x="${x}" y="${top + 15 + index * 17}" text-anchor="middle" style="fill:${color}">${escaped(text)}</text>`,
    )
    .join('\n');
}

function arrow(move: Move, { curve }: Layout['arrows'][number]): string {
  const color = inks[move.kind];
  const [start, ...rest] = curve;
  if (!start) return '';
  const path = `<path d="M${start.join(' ')} C${rest.map((point) => point.join(' ')).join(' ')}" fill="none" stroke="${color}" stroke-width="1.6"/>`;
  const heads = [
    head(curve.at(-1)!, curve.at(-2)!, color),
    ...(move.kind === 'detour' ? [head(curve[0]!, curve[1]!, color)] : []),
  ];
  return [path, ...heads].join('\n');
}

function head([x, y]: Point, [fromX, fromY]: Point, color: string): string {
  const angle = (Math.atan2(y - fromY, x - fromX) * 180) / Math.PI;
  return `<path d="M0 0 L-10 -4.5 L-10 4.5 Z" transform="translate(${x} ${y}) rotate(${angle.toFixed(1)})" fill="${color}"/>`;
}

function filing([x, y]: Point): string {
  const top = y - sizeOf('investigating').height / 2;
  const { zh, en } = actions.register;
  return `<path d="M${x} ${top - 26} V${top}" stroke="${inks.forward}" stroke-width="1.6"/>
${head([x, top], [x, top - 26], inks.forward)}
<text x="${x}" y="${top - 32}" text-anchor="middle" style="fill:${inks.forward}">${escaped(`${zh} ${en}`)}</text>`;
}

/** Down the left margin, past the review that the summary procedure does not have. */
function shortCut({ from, to, action }: { from: Stage; to: Stage; action: Action }, { boxes }: Layout): string {
  const [fromX, fromY] = boxes[from];
  const [toX, toY] = boxes[to];
  const left = (x: number, stage: Stage) => x - sizeOf(stage).width / 2;
  const rail = -margin.left + 32;
  const end = left(toX, to);
  const words = `简易程序：${actions[action].zh} Summary procedure: ${actions[action].en.toLowerCase()}`;
  return `<path d="M${left(fromX, from)} ${fromY} H${rail} V${toY} H${end}" fill="none" stroke="${inks.forward}" stroke-width="1.6" stroke-dasharray="2 4" stroke-linecap="round"/>
${head([end, toY], [end - 10, toY], inks.forward)}
<text transform="translate(${rail - 8} ${(fromY + toY) / 2}) rotate(-90)" text-anchor="middle" style="fill:${inks.forward}">${escaped(words)}</text>`;
}

function legend(width: number, height: number): string {
  const entries: [string, string][] = [
    [inks.forward, '办理 forward'],
    [inks.pass, '审核通过 passed review'],
    [inks.back, '退回、往返 back, there and back'],
    [inks.refused, '未通过、终结 not passed, ended'],
  ];
  const column = (width - 40) / 2;
  const keys = entries.map(([color, text], index) => {
    const x = 20 + (index % 2) * column;
    const y = height - 92 + Math.floor(index / 2) * 24;
    return `<path d="M${x} ${y - 5} h30" stroke="${color}" stroke-width="2.4"/><text x="${x + 38}" y="${y}">${escaped(text)}</text>`;
  });
  const signs = [
    `↩ 退回${stages.investigating.zh} back to ${stages.investigating.en.toLowerCase()}　　↑ 退回上一阶段 back to the stage above`,
    '虚线框：所离开的阶段停止计时 dashed: the clock of the stage left stands still',
  ].map((text, index) => `<text x="20" y="${height - 42 + index * 24}">${escaped(text)}</text>`);
  return [...keys, ...signs].join('\n');
}
