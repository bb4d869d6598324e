import type { Day } from './calendar.ts';
import type { PartyType } from './party.ts';

/** What every published decision says. Texts come redacted (redaction.ts), the decision date as a Shanghai day. */
export interface PublishableDecision {
  party: {
    name: string;
    type: PartyType;
    creditCode: string | null;
    registrationNo: string | null;
    organisationCode: string | null;
    taxNo: string | null;
    publicInstitutionNo: string | null;
    socialOrganisationNo: string | null;
    legalRepresentative: string | null;
  };
  documentNo: string;
  decidedOn: Day;
  /** 决定内容 */
  text: string;
  agency: { name: string; creditCode: string };
  remark?: string | null;
}

export interface PublishablePenalty extends PublishableDecision {
  /** Integer fen, as decided. */
  amountFen: number;
  confiscatedFen: number;
  publicFacts: string;
  basis: readonly { statute: string; article: string }[];
  publication: {
    violationType: string;
    penaltyType: string;
    /** 暂扣或吊销证照名称及编号 */
    permitTaken?: string | null;
    validUntil: Day;
    publicUntil: Day | null;
  };
}

export interface PublishablePermit extends PublishableDecision {
  publication: {
    permitDocumentName: string;
    permitType: string;
    certificateName?: string | null;
    certificateNo?: string | null;
    validFrom?: Day | null;
    /** 2099-12-31: long-term. */
    validTo?: Day | null;
    status: string | null;
  };
}

export type PublishableExemption = Pick<PublishableDecision, 'party' | 'documentNo' | 'agency'> & { ground: string };

type Value = string | number | null;
/** A field as it goes out: its Chinese label, and what it says of a decision. */
interface Field<D> {
  zh: string;
  of: (decision: D) => Value;
}
type Fields<D> = Readonly<Record<string, Field<D>>>;

/** 双公示 fields of a penalty, in the order of the exchanged files; amounts in 10,000 yuan (万元). */
// prettier-ignore
export const penaltyFields = {
  CF_XDR_MC: { zh: '行政相对人名称', of: (d) => d.party.name },
  CF_XDR_LB: { zh: '行政相对人类别', of: (d) => d.party.type },
  CF_XDR_SHXYM: { zh: '统一社会信用代码', of: (d) => d.party.creditCode },
  CF_XDR_GSZC: { zh: '工商注册号', of: (d) => d.party.registrationNo },
  CF_XDR_ZZJG: { zh: '组织机构代码', of: (d) => d.party.organisationCode },
  CF_XDR_SWDJ: { zh: '税务登记号', of: (d) => d.party.taxNo },
  CF_XDR_SYDW: { zh: '事业单位证书号', of: (d) => d.party.publicInstitutionNo },
  CF_XDR_SHZZ: { zh: '社会组织登记证号', of: (d) => d.party.socialOrganisationNo },
  CF_FRDB: { zh: '法定代表人', of: (d) => d.party.legalRepresentative },
  CF_WSH: { zh: '行政处罚决定书文号', of: (d) => d.documentNo },
  CF_WFXW: { zh: '违法行为类型', of: (d) => d.publication.violationType },
  CF_SY: { zh: '违法事实', of: (d) => d.publicFacts },
  CF_YJ: { zh: '处罚依据', of: (d) => d.basis.map(({ statute, article }) => `《${statute}》${article}`).join('；') },
  CF_CFLB: { zh: '处罚类别', of: (d) => d.publication.penaltyType },
  CF_NR: { zh: '处罚内容', of: (d) => d.text },
  CF_NR_FK: { zh: '罚款金额（万元）', of: (d) => inTenThousandYuan(d.amountFen) },
  CF_NR_WFFF: { zh: '没收违法所得、没收非法财物的金额（万元）', of: (d) => inTenThousandYuan(d.confiscatedFen) },
  CF_NR_ZKDX: { zh: '暂扣或吊销证照名称及编号', of: (d) => d.publication.permitTaken ?? null },
  CF_JDRQ: { zh: '处罚决定日期', of: (d) => slashed(d.decidedOn) },
  CF_YXQ: { zh: '处罚有效期', of: (d) => slashed(d.publication.validUntil) },
  CF_GSJZQ: { zh: '公示截止期', of: (d) => slashed(d.publication.publicUntil) },
  CF_CFJG: { zh: '处罚机关', of: (d) => d.agency.name },
  CF_CFJGDM: { zh: '处罚机关统一社会信用代码', of: (d) => d.agency.creditCode },
  CF_SJLY: { zh: '数据来源单位', of: (d) => d.agency.name },
  CF_SJLYDM: { zh: '数据来源单位统一社会信用代码', of: (d) => d.agency.creditCode },
  BZ: { zh: '备注', of: (d) => d.remark ?? null },
} satisfies Fields<PublishablePenalty>;

/** 双公示 fields of a permit, in the order of the exchanged files. */
// prettier-ignore
export const permitFields = {
  XK_XDR_MC: { zh: '行政相对人名称', of: (d) => d.party.name },
  XK_XDR_LB: { zh: '行政相对人类别', of: (d) => d.party.type },
  XK_XDR_SHXYM: { zh: '统一社会信用代码', of: (d) => d.party.creditCode },
  XK_FRDB: { zh: '法定代表人', of: (d) => d.party.legalRepresentative },
  XK_XKWS: { zh: '行政许可决定文书名称', of: (d) => d.publication.permitDocumentName },
  XK_WSH: { zh: '行政许可决定文书号', of: (d) => d.documentNo },
  XK_XKLB: { zh: '许可类别', of: (d) => d.publication.permitType },
  XK_XKZS: { zh: '许可证书名称', of: (d) => d.publication.certificateName ?? null },
  XK_XKBH: { zh: '许可编号', of: (d) => d.publication.certificateNo ?? null },
  XK_NR: { zh: '许可内容', of: (d) => d.text },
  XK_JDRQ: { zh: '许可决定日期', of: (d) => slashed(d.decidedOn) },
  XK_YXQZ: { zh: '有效期自', of: (d) => slashed(d.publication.validFrom) },
  XK_YXQZI: { zh: '有效期至', of: (d) => slashed(d.publication.validTo) },
  XK_XKJG: { zh: '许可机关', of: (d) => d.agency.name },
  XK_XKJGDM: { zh: '许可机关统一社会信用代码', of: (d) => d.agency.creditCode },
  XK_ZT: { zh: '当前状态', of: (d) => d.publication.status },
  XK_LYDW: { zh: '数据来源单位', of: (d) => d.agency.name },
  XK_LYDWDM: { zh: '数据来源单位统一社会信用代码', of: (d) => d.agency.creditCode },
  BZ: { zh: '备注', of: (d) => d.remark ?? null },
} satisfies Fields<PublishablePermit>;

/** A decision for which 双公示 has no fields: coercion, levy and the others. */
export const otherFields = {
  title: { zh: '决定名称', of: (d) => d.title },
  party: { zh: '行政相对人', of: (d) => d.party.name },
  documentNo: { zh: '决定书文号', of: (d) => d.documentNo },
  decision: { zh: '决定内容', of: (d) => d.text },
  decidedOn: { zh: '决定日期', of: (d) => d.decidedOn },
  agency: { zh: '决定机关', of: (d) => d.agency.name },
} satisfies Fields<PublishableDecision & { title: string }>;

/** What stays public of a decision that is not published. */
export const exemptionFields = {
  party: { zh: '行政相对人名称', of: (d) => d.party.name },
  documentNo: { zh: '决定书文号', of: (d) => d.documentNo },
  agency: { zh: '决定机关', of: (d) => d.agency.name },
  ground: { zh: '不公开的理由', of: (d) => d.ground },
} satisfies Fields<PublishableExemption>;

function inTenThousandYuan(fen: number): number {
  return fen / 1_000_000;
}

function slashed(day: Day | null | undefined): string | null {
  return day ? day.replaceAll('-', '/') : null;
}
