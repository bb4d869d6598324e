/** The kinds of evidence that 行政处罚法 46 names, with their English; anything else that is put on record is a record of an act. */
export const evidenceKinds: Record<string, string> = {
  书证: 'Documentary evidence',
  物证: 'Physical evidence',
  视听资料: 'Audio-visual material',
  电子数据: 'Electronic data',
  证人证言: 'Witness testimony',
  当事人的陈述: 'Statement of the party',
  鉴定意见: 'Expert opinion',
  勘验笔录: 'Inspection record',
  现场笔录: 'On-site record',
};

/** Whether one of the kinds named, apart by 、 or ·, is evidence. */
export function isEvidenceKind(kind: string): boolean {
  return kind.split(/[、·]/).some((part) => Object.hasOwn(evidenceKinds, part));
}
