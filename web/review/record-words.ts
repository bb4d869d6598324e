import type { CaseAnswer } from '../../api/schemas/case.ts';
import { measures, type Measure } from '../../domain/process.ts';

type Said = Record<string, unknown>;
/** Name of a field (words: fields.*) and what stands in it. */
export type Line = [name: string, text: string];

interface Proposed {
  measures?: Measure[];
  amountYuan?: number | null;
  confiscatedYuan?: number | null;
  text?: string;
}

const money = (yuan: number | null | undefined) => (yuan ? `${yuan.toLocaleString('zh-CN')} 元` : '');
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const filled = (lines: Line[]) => lines.filter(([, text]) => text !== '');

/** What is proposed, as a reviewer reads it: measures and amounts first, then word for word. */
export function draftLines(draft: Said): Line[] {
  const { measures: named = [], amountYuan, confiscatedYuan, text } = draft as Proposed;
  return filled([
    ['measures', named.map((measure) => measures[measure]).join('、')],
    ['amountYuan', money(amountYuan)],
    ['confiscatedYuan', money(confiscatedYuan)],
    ['text', text ?? ''],
    ['facts', textOf(draft['facts'])],
    ['basis', basisText(draft['statutoryBasis'])],
    ['discretion', discretionText(draft['discretion'])],
    ['changes', textOf(draft['changes'])],
  ]);
}

/** Who the party is and how the case began; what the draft says as well is left to it. */
export function filedLines(filed: CaseAnswer['filed'], draft: Said | null): Line[] {
  const party = (filed['party'] ?? {}) as Record<string, string | null>;
  const { name, type, creditCode, legalRepresentative, address } = party;
  return filled([
    ['party', [name, type].filter(Boolean).join('，')],
    ['creditCode', creditCode ?? ''],
    ['legalRepresentative', legalRepresentative ?? ''],
    ['address', address ?? ''],
    ['cause', textOf(filed['cause'])],
    ['source', textOf(filed['source'])],
    ['documentNo', textOf(filed['documentNo'])],
    ['difficultBecause', textOf(filed['difficultBecause'])],
    ['facts', draft?.['facts'] === filed['facts'] ? '' : textOf(filed['facts'])],
  ]);
}

/** A notice: what the party was told, how and by whom. */
export function noticeLines(words: Said, nameOf: (person: string) => string): Line[] {
  const proposed = (words['proposed'] ?? {}) as Proposed;
  const servedBy = (words['servedBy'] ?? []) as string[];
  return filled([
    ['kind', textOf(words['kind'])],
    ['documentNo', textOf(words['documentNo'])],
    ['measures', (proposed.measures ?? []).map((measure) => measures[measure]).join('、')],
    ['amountYuan', money(proposed.amountYuan)],
    ['confiscatedYuan', money(proposed.confiscatedYuan)],
    ['text', proposed.text ?? ''],
    ['method', textOf(words['method'])],
    ['servedBy', servedBy.map(nameOf).join('、')],
  ]);
}

function basisText(basis: unknown): string {
  const articles = (basis ?? []) as { statute: string; article: string; note?: string | null }[];
  return articles
    .map(({ statute, article, note }) => `《${statute}》${article}${note ? `（${note}）` : ''}`)
    .join('\n');
}

function discretionText(discretion: unknown): string {
  const { standard, tier, condition, rangeYuan, reasons } = (discretion ?? {}) as Record<string, string | null> & {
    rangeYuan?: (number | null)[];
  };
  const range = rangeYuan?.map((bound) => bound?.toLocaleString('zh-CN') ?? '不限').join(' 至 ');
  return [standard, [tier, condition].filter(Boolean).join('：'), range && `${range} 元`, reasons].filter(Boolean).join('\n'); // prettier-ignore
}
