/** The kinds of evidence that 行政处罚法 46 names; anything else that is put on record is a record of an act. */
export const evidenceKinds = [
  '书证',
  '物证',
  '视听资料',
  '电子数据',
  '证人证言',
  '当事人的陈述',
  '鉴定意见',
  '勘验笔录',
  '现场笔录',
] as const;

/** Whether one of the kinds named, apart by 、 or ·, is evidence. */
export function isEvidenceKind(kind: string): boolean {
  return kind.split(/[、·]/).some((part) => (evidenceKinds as readonly string[]).includes(part));
}
