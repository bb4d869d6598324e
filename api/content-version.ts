import { shanghai } from '../domain/calendar.ts';
import { measures, type Measure } from '../domain/process.ts';
import type { DraftWords, KeptVersion } from '../prisma/content-versions.ts';
import { compareLists, compareTexts } from './compare.ts';
import type { ContentChange, ContentVersion } from './schemas/rounds.ts';

/** One version as people read it; amounts in yuan. */
export function contentVersionView(kept: KeptVersion, names: Record<string, string>): ContentVersion {
  const { version, hash, createdBy, createdAt, draft, newFacts } = kept;
  return {
    version,
    hash,
    createdBy: { id: createdBy, name: names[createdBy] ?? '' },
    createdAt: shanghai(createdAt.getTime()),
    measures: kept.measures.map(named),
    amountYuan: kept.amountFen / 100,
    confiscatedYuan: kept.confiscatedFen / 100,
    text: draft.text,
    facts: draft.facts,
    statutoryBasis: draft.statutoryBasis,
    discretion: draft.discretion ?? null,
    changes: draft.changes ?? null,
    newFacts,
  };
}

/** What changed from one version to another: measures and amounts as such, all that is written word by word. */
export function compareVersions(from: KeptVersion, to: KeptVersion): ContentChange {
  const { same, removed, added } = compareLists(from.measures, to.measures);
  return {
    from: from.version,
    to: to.version,
    measures: { same: same.map(named), removed: removed.map(named), added: added.map(named) },
    amountYuan: { from: from.amountFen / 100, to: to.amountFen / 100 },
    confiscatedYuan: { from: from.confiscatedFen / 100, to: to.confiscatedFen / 100 },
    text: compareTexts(from.draft.text, to.draft.text),
    facts: compareTexts(from.draft.facts, to.draft.facts),
    basis: compareTexts(basisText(from.draft), basisText(to.draft)),
    discretion: compareTexts(discretionText(from.draft), discretionText(to.draft)),
  };
}

function named(measure: Measure) {
  return { measure, label: measures[measure] };
}

/** One line for each article. */
function basisText({ statutoryBasis }: DraftWords): string {
  return statutoryBasis
    .map(({ statute, article, note }) => `《${statute}》${article}${note ? `（${note}）` : ''}`)
    .join('\n');
}

/** One line for each part that is filled in. */
function discretionText({ discretion }: DraftWords): string {
  const { standard, tier, condition, rangeYuan, reasons } = discretion ?? {};
  const range = rangeYuan?.map((bound) => bound ?? '不限').join('至');
  const parts = { 裁量基准: standard, 阶次: tier, 情形: condition, 幅度: range && `${range}元`, 理由: reasons };
  return Object.entries(parts)
    .flatMap(([label, words]) => (words ? [`${label}：${words}`] : []))
    .join('\n');
}
