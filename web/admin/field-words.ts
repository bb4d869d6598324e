import { kindsOfRecords } from '../../domain/administration/kinds-of-records.ts';
import { roles, categories, stages } from '../../domain/process.ts';
import { measureWords } from './forms/measure-words.ts';

type Pair = readonly [zh: string, en: string];

/** How the fields of records are called, [Chinese, English]. */
// prettier-ignore
export const fieldWords: Record<string, Pair> = {
  name: ['名称', 'name'], title: ['职务', 'title'], section: ['科室', 'section'], agency: ['机关', 'agency'], roles: ['角色', 'roles'],
  certificate: ['执法证件', 'certificate'], legalExam: ['法律职业资格', 'legal exam'], training: ['培训', 'training'], leave: ['休假', 'leave'],
  hiredOn: ['到岗', 'hired on'], leftOn: ['离任', 'left on'], phone: ['电话', 'phone'], gender: ['性别', 'gender'], firm: ['单位', 'firm'], remark: ['备注', 'remark'],
  number: ['证号', 'number'], field: ['领域', 'field'], categories: ['类别', 'categories'], regions: ['区域', 'regions'], validFrom: ['自', 'from'], validTo: ['至', 'to'],
  status: ['状态', 'status'], from: ['自', 'from'], to: ['至', 'to'], kind: ['种类', 'kind'], substitute: ['替岗人', 'stands in'], passed: ['通过', 'passed'], certificateNo: ['证号', 'number'],
  year: ['年度', 'year'], hours: ['学时', 'hours'], source: ['来源', 'source'], documentNo: ['文号', 'number'], issuedOn: ['发布', 'issued on'],
  holidays: ['放假', 'days off'], makeUpWorkdays: ['调休上班', 'make-up days'], names: ['名称', 'names'], effectiveFrom: ['生效', 'from'], effectiveTo: ['终止', 'until'],
  limits: ['期限', 'limits'], ladder: ['催办梯级', 'ladder'], relaxations: ['放宽事项', 'relaxations'], last: ['已编到', 'last number'], series: ['文号', 'series'],
  firstReviewer: ['初审人', 'first reviewer'], head: ['负责人', 'head'], leaderInCharge: ['分管领导', 'leader in charge'], legalHead: ['法制负责人', 'legal head'],
  legalReviewers: ['法制审核人员', 'legal reviewers'], collective: ['集体讨论', 'collective'], chair: ['主持', 'chair'], members: ['成员', 'members'], quorum: ['法定人数', 'quorum'], rule: ['规则', 'rule'],
  shortName: ['简称', 'short name'], region: ['地区', 'region'], level: ['层级', 'level'], creditCode: ['信用代码', 'credit code'], documentWord: ['机关代字', 'document word'],
  overseenBy: ['监督机关', 'overseen by'], hearingThreshold: ['听证数额', 'hearing threshold'], disabled: ['停用', 'disabled'], username: ['用户名', 'user name'], newPassword: ['重设密码', 'new password'],
  basis: ['依据', 'basis'], discretion: ['裁量', 'discretion'], measures: ['措施', 'measures'], note: ['说明', 'note'], flow: ['流程', 'flow'], timeLimit: ['期限', 'time limit'], version: ['版本', 'version'], category: ['类别', 'category'],
  id: ['编号', 'id'], statute: ['法律法规', 'statute'], article: ['条款', 'article'], tier: ['阶次', 'tier'], condition: ['适用情形', 'where'], measure: ['裁量结果', 'what follows'],
  value: ['天数', 'days'], unit: ['单位', 'unit'], appliesWhen: ['适用条件', 'when'], amountThreshold: ['数额条件', 'amount'], of: ['所看数额', 'which amount'], socialImpact: ['其他情形', 'other grounds'],
  organisationYuan: ['对单位（元）', 'organisations (yuan)'], personYuan: ['对个人（元）', 'persons (yuan)'], reviewMaterials: ['送审材料', 'material'],
};

/** How the kinds of records are called. */
// prettier-ignore
export const kindWords: Record<string, Pair> = {
  ...Object.fromEntries(Object.entries(kindsOfRecords).map(([kind, { zh, en }]) => [kind, [zh, en] as const])),
  pack: ['参数', 'parameters'],
  contact: ['邮箱', 'address'], robot: ['群机器人', 'robot'], noticeContact: ['通知邮箱', 'address'], noticeRobot: ['群机器人', 'robot'],
};

const stageWords = Object.entries(stages).map(([stage, words]) => [stage, [words.zh, words.en]] as const);
/** What codes of records mean, [Chinese, English]. */
// prettier-ignore
const codes: Record<string, Pair> = {
  ...Object.fromEntries(Object.entries({ ...roles, ...categories }).map(([code, zh]) => [code, [zh, code] as const])),
  ...Object.fromEntries(stageWords), ...measureWords,
  valid: ['有效', 'valid'], suspended: ['暂扣', 'suspended'], revoked: ['注销', 'revoked'], wd: ['工作日', 'working days'], d: ['自然日', 'calendar days'],
  always: ['一律', 'always'], hearing: ['举行听证的', 'once a hearing was held'], decision: ['决定的数额', 'of the decision'], projectInvestment: ['项目总投资额', 'of the investment'],
  enforcement: ['执法科室', 'enforcement'], legal: ['法制机构', 'legal'], office: ['综合办公', 'office'], advisers: ['法律顾问', 'advisers'], leadership: ['领导班子', 'leadership'],
  support: ['保障机构', 'support'], supervision: ['执法监督', 'supervision'],
};

/**
 * A value of a record as people read it: lists with commas, fields by their names, codes in words, and ids by the names that
 * `nameOf` knows.
 */
export function valueInWords(value: unknown, english: boolean, nameOf = (id: string) => id): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return english ? (value ? 'yes' : 'no') : value ? '是' : '否';
  if (typeof value === 'string') return codes[value]?.[english ? 1 : 0] ?? nameOf(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((one) => valueInWords(one, english, nameOf)).join(value.some((one) => typeof one === 'object') ? '；' : '、'); // prettier-ignore
  const parts = Object.entries(value).flatMap(([name, part]) => {
    const said = valueInWords(part, english, nameOf);
    return said ? [`${fieldInWords(name, english)} ${said}`] : [];
  });
  return parts.join(english ? ', ' : '，');
}

/** Of a field within another, as 'collective.chair', the inner one. */
export function fieldInWords(name: string, english: boolean): string {
  const words = fieldWords[name] ?? fieldWords[name.slice(name.lastIndexOf('.') + 1)];
  return words?.[english ? 1 : 0] ?? name;
}

export function kindInWords(kind: string, english: boolean): string {
  return kindWords[kind]?.[english ? 1 : 0] ?? kind;
}
