import { actors, categories, type Actor, type Category, type Holder } from '../../domain/process.ts';
import { holders } from '../../domain/process-words.ts';

/** [Chinese, English] of what the process table says in Chinese alone. */
export type Named = readonly [zh: string, en: string];

const categoryEnglish: Record<Category, string> = {
  penalty: 'Penalty',
  permit: 'Permit',
  coercion: 'Coercion',
  levy: 'Levy and requisition',
  inspection: 'Inspection',
  other: 'Other',
};
export const categoryNames = (category: Category): Named => [categories[category], categoryEnglish[category]];

const holderEnglish: Record<Holder, string> = {
  handlers: 'Handlers',
  firstReviewer: 'First reviewer',
  sectionHead: 'Section head',
  legalHead: 'Legal head',
  reviewer: 'Assigned reviewer',
  adviser: 'Consulted adviser',
  leaderInCharge: 'Leader in charge',
  chair: 'Head of the agency',
  nobody: '',
};
export const holderNames = (holder: Holder): Named => [holders[holder], holderEnglish[holder]];

const actorEnglish: Record<Actor, string> = {
  registeringHandler: 'A handler, one of those named',
  caseHandler: 'A handler of the case',
  hearingChair: 'The hearing’s chair, none of the investigators',
  firstReviewer: 'First reviewer of the section',
  sectionHead: 'Head of the handling section',
  legalHead: 'Legal head',
  assignedReviewer: 'The assigned reviewer',
  legalHeadOrReviewer: 'Legal head or the assigned reviewer',
  assignedAdviser: 'The consulted adviser',
  leaderInCharge: 'The leader in charge',
  leader: 'A leader of the agency',
  chair: 'The head of the agency',
  publisher: 'Publisher',
  publicationApprover: 'Another publisher, the section head or the legal head',
  archivist: 'Archivist',
  suspender: 'Section head, legal head or a leader',
  holderOrAbove: 'The holder, or somebody above',
  personOrHead: 'The person, or as their head decides',
  urger: 'Section head, legal head, a leader, or the overseeing bureau',
  taskHolderOrHead: 'Who has or had a task in the case, or heads one who has',
  overseer: 'The overseeing bureau',
  superviseeHead: 'Section head, legal head or a leader of the agency supervised',
};
export const actorNames = (actor: Actor): Named => [actors[actor], actorEnglish[actor]];

const laws: [RegExp, Named][] = [
  [/CFL/g, ['处罚法', 'Penalty Law']],
  [/CQL/g, ['强制法', 'Coercion Law']],
  [/XKL/g, ['许可法', 'Permit Law']],
  [/国办发〔2018〕118号/g, ['国办发〔2018〕118号', 'State Council office 2018/118']],
  [/政府信息公开条例/g, ['政府信息公开条例', 'Open Information Regulations']],
  [/送审材料清单/g, ['送审材料清单', 'list of materials']],
  [/送审程序/g, ['送审程序', 'submission procedure']],
  [/意见协调机制/g, ['意见协调机制', 'coordination of opinions']],
  [/本级办法/g, ['本级办法', 'local measures']],
  [/督办制度/g, ['督办制度', 'supervision rules']],
  [/全过程记录/g, ['全过程记录', 'full-process record']],
  [/职责分离/g, ['职责分离', 'separation of duties']],
];

/** The legal basis of an action in both languages: 'CFL 58；送审材料清单' is 「处罚法 58；送审材料清单」. */
export function basisNames(basis: string): Named {
  const said = (at: 0 | 1) => laws.reduce((text, [found, names]) => text.replace(found, names[at]), basis);
  return [said(0), said(1).replaceAll('；', '; ')];
}
