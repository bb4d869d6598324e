import type { CaseRecord } from './case-record.ts';

/** What must always be so. `n` is its number in the design; a number may stand for two, each with a name of its own. */
export interface Invariant {
  n: number;
  name: string;
  zh: string;
}

// prettier-ignore
export const invariants = {
  oneEffectPerCommand: { n: 1, name: 'one-effect-per-command', zh: '一个命令恰好一个结果' },
  sameKeySameAnswer: { n: 2, name: 'same-key-same-answer', zh: '同一键同一答复' },
  decisionNamesPassedReview: { n: 3, name: 'decision-names-passed-review', zh: '决定对应审核通过的同一内容' },
  differentPeople: { n: 4, name: 'different-people', zh: '承办、审核、决定职责分离' },
  legalPath: { n: 5, name: 'legal-path', zh: '办案步骤合法' },
  oneLedgerEntry: { n: 6, name: 'one-ledger-entry', zh: '每项变动、每次拒绝一条账目' },
  ledgerUnbroken: { n: 7, name: 'ledger-unbroken', zh: '账本连续、哈希相符' },
  foldGivesReadModel: { n: 8, name: 'fold-gives-read-model', zh: '由事件重算与现状一致' },
  noticesFollow: { n: 8, name: 'notices-follow-events', zh: '通知与事件相符' },
  temporalAgrees: { n: 9, name: 'temporal-agrees', zh: '流程与数据库一致' },
  deadlinesOnce: { n: 10, name: 'deadlines-once', zh: '期限各发生一次' },
  publishableOnly: { n: 11, name: 'publishable-only', zh: '公示不含不得公开的内容' },
  withinAgency: { n: 11, name: 'within-agency', zh: '数据不越机关' },
  evidenceFiles: { n: 12, name: 'evidence-files', zh: '证据文件都在且未改动' },
} as const satisfies Record<string, Invariant>;

/** Something that breaks an invariant: where, and what is wrong there. */
export interface Breach {
  where: string;
  what: string;
}

/** Looks at one case; every text is something that breaks the invariant there. */
export type CaseCheck = (record: CaseRecord) => string[];

/** Takes what was looked at and what was found, by invariant. */
export interface Findings {
  looked(invariant: Invariant, count?: number): void;
  breach(invariant: Invariant, where: string, what: string): void;
}
