/** What an import would break: nothing of an import with a break is applied. */
export interface Break {
  code: BreakCode;
  /** Which record it is about. */
  kind: string;
  id: string;
  details?: Record<string, unknown>;
}

export type BreakCode = keyof typeof breakMessages;

/** What would break and what to do, in Chinese and English. */
// prettier-ignore
export const breakMessages = {
  'import.orphansCases': { zh: '有在办案件会无人办理；请先转办 details.cases 所列案件，再导入。', en: 'Open cases would be left without their holder or handler; reassign those in details.cases, then import again.' },
  'import.incomplete': { zh: '新增的记录缺少 details.fields 所列内容；请补齐。', en: 'A new record lacks what details.fields lists; add it.' },
  'import.twice': { zh: '同一记录在导入内容中出现两次；请只保留一条。', en: 'The same record occurs twice in the import; keep one.' },
  'import.idOfOtherAgency': { zh: '该编号已由其他机关使用；请换一个编号。人员调动的，在原机关填写离任日期，在新机关另立编号。', en: 'Another agency uses this id; choose another. Somebody who moves leaves one agency and gets a new id in the other.' },
  'import.unknownRegion': { zh: '没有这一地区；请先导入地区，或者更正代码。', en: 'There is no such region; import it first or correct the code.' },
  'import.regionDiffers': { zh: '该地区已有，名称或者上级不同；已有地区不能改动，请核对代码。', en: 'This region exists with another name or parent and cannot be changed; check the code.' },
  'import.unknownAgency': { zh: '没有这一机关；请先导入该机关，或者更正编号。', en: 'There is no such agency; import it first or correct the id.' },
  'import.unknownSection': { zh: '该机关没有这一科室；请先导入科室，或者更正编号。', en: 'The agency has no such section; import it first or correct the id.' },
  'import.sectionRemoved': { zh: '科室不能删除，案件和人员仍然属于它；请在导入内容中保留 details.section。', en: 'A section is never removed, cases and people belong to it; keep details.section in the import.' },
  'import.unknownPerson': { zh: '本机关没有 details.duty 所指的人员；请先导入该人员，或者更正编号。', en: 'The agency has no such person for details.duty; import them first or correct the id.' },
  'import.roleMissing': { zh: '该人员没有 details.duty 所需的角色；请先由安全管理员授予，或者另行指定。', en: 'This person lacks the role that details.duty needs; let the security administrator grant it or name another.' },
  'import.quorum': { zh: '集体讨论成员少于法定人数；请补足成员或者改正人数。', en: 'The collective has fewer members than its quorum; add members or correct the quorum.' },
  'import.chairNotMember': { zh: '集体讨论的主持人不在成员之中；请补列。', en: 'The chair of the collective is none of its members; list them.' },
  'import.keptApart': { zh: '系统、安全、审计三员分设，也不兼办案件角色，不能改自己的角色；请另行指定人员。', en: 'The three administrators are kept apart, hold no role in cases, and change no role of their own; choose somebody else.' },
  'import.matchesNothing': { zh: '该目录项不会匹配任何案件（类别、层级、措施、领域或者期间不成立）；请按 details.because 更正。', en: 'This entry of the catalogue would match no case (category, level, measures, field or period); correct what details.because says.' },
  'import.matchesEverything': { zh: '该目录项会匹配这一类的全部决定；请写明领域、措施或者数额。全部送审的，改机关设置，不改目录。', en: 'This entry would match every decision of its category; name a field, measures or an amount. Reviewing everything is a setting of the agency, not an entry.' },
  'import.versionChanged': { zh: '已发布的目录版本不能改动，只能补填终止日期；请另立新版本。', en: 'A published version is never changed, it may only be given its end; make a new version.' },
  'import.versionOrder': { zh: '新版本的版本号和生效日期应当晚于已有版本；请更正。', en: 'A new version needs a higher number and a later first day than those before; correct it.' },
  'import.versionInPast': { zh: '目录先公布、后适用，不得追溯：这一天以来本机关已经办过案件，适用起日不能早于 details.earliest；请更正。', en: 'A catalogue is published before it applies and never reaches back: the agency has acted on cases since that day, so the version may begin on details.earliest at the earliest; correct it.' },
  'import.endInPast': { zh: '目录的终止不得追溯：此后本机关已经办过案件，最后适用的一天不能早于 details.earliest；请更正。', en: 'An entry does not end in the past: the agency has acted on cases since, so its last day is details.earliest at the earliest; correct it.' },
  'import.calendarDiffers': { zh: '该年度日历已经发布，日期不同；已发布的年度不能改动，请核对国务院通知。', en: 'This year is published with other days and is not changed; compare it with the notice of the State Council.' },
  'import.dayTwice': { zh: '同一天出现两次，或者既是假日又是调休工作日；请核对。', en: 'A day occurs twice, or as holiday and make-up day; correct it.' },
  'import.makeUpOnWeekday': { zh: '调休工作日应当在周末；请核对。', en: 'A make-up working day must lie on a weekend; correct it.' },
  'import.dayOutsideYear': { zh: '日期不在该年度（上年十二月除外）；请核对年份。', en: 'The day lies outside the year (December before excepted); check the year.' },
  'import.dayOtherwise': { zh: '相邻年度的通知对 details.days 所列日期另有安排；请核对两份通知。', en: 'The notice of the year beside it arranges details.days otherwise; compare the two notices.' },
  'import.noDayOff': { zh: '没有一天放假；请核对通知，补齐全年放假安排。', en: 'No day is off; compare the notice and add the holidays of the whole year.' },
  'import.packInPast': { zh: '参数不得追溯生效；生效日期应当在明天或者以后。', en: 'Parameters do not begin in the past; the first day must be tomorrow or later.' },
  'import.packDiffers': { zh: '该日生效的参数已经登记，内容不同；请另选生效日期。', en: 'Other parameters already begin on that day; choose another first day.' },
  'import.ladderOrder': { zh: '升级提醒应当先分管领导、后监督机关；请使 details.plus2 小于 details.plus5，或者写 0 停用。', en: 'The leader in charge is told before the overseeing bureau; make details.plus2 less than details.plus5, or 0 for off.' },
  'import.seriesBackwards': { zh: '文号只能向前；请写不小于 details.last 的号。', en: 'A series never goes back; give a number not below details.last.' },
  'import.seriesForm': { zh: '文号系列应为机关代字，不含年份和括号；请更正。', en: 'A series is the word before the year, without year or bracket; correct it.' },
  'leave.endsBeforeBegins': { zh: '休假的最后一天早于第一天；请更正日期。', en: 'The leave ends before it begins; correct its days.' },
  'leave.overlaps': { zh: '与该人员的另一次休假（details.other）重叠；请更正日期，或者改那一次。', en: 'It overlaps another leave of this person (details.other); correct the days, or change that one.' },
  'leave.ownSubstitute': { zh: '不能自己替自己的岗；请另行指定替岗人。', en: 'Nobody is their own substitute; name somebody else.' },
  'leave.substituteElsewhere': { zh: '本机关没有这名替岗人；替岗人应当是同一机关的人员，请另行指定。', en: 'This agency has no such substitute; name somebody of the same agency.' },
  'leave.substituteRole': { zh: '替岗人没有 details.missing 所列的角色；请另行指定，或者先由安全管理员授予。', en: 'The substitute lacks the roles in details.missing; name another, or let the security administrator grant them.' },
  'leave.substituteAway': { zh: '替岗人在此期间也休假（且无人替岗）、离任或者尚未到岗；请另行指定。', en: 'The substitute is on leave in that period with nobody standing in, has left or has not begun; name another.' },
  'leave.ring': { zh: '替岗成环：details.ring 所列人员在同一天互相替岗；请另行指定。', en: 'The substitutes form a ring: those in details.ring would stand in for one another on the same day; name another.' },
  'leave.unknown': { zh: '没有从这一天开始的休假；请核对日期。', en: 'There is no leave that begins on this day; check the day.' },
} as const;

export function broken(code: BreakCode, kind: string, id: string, details?: Record<string, unknown>): Break {
  return details ? { code, kind, id, details } : { code, kind, id };
}

/** One break for each key that occurs more than once. */
export function occursTwice(kind: string, keys: string[]): Break[] {
  const again = keys.filter((key, index) => keys.indexOf(key) !== index);
  return [...new Set(again)].map((key) => broken('import.twice', kind, key));
}
