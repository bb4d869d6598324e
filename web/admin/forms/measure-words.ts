import type { CatalogueMeasure } from '../../../domain/administration/check-catalogue.ts';

/** How what a decision does is called in the catalogue, [Chinese, English]. */
// prettier-ignore
export const measureWords: Record<CatalogueMeasure, readonly [string, string]> = {
  warning: ['警告', 'warning'], criticism: ['通报批评', 'public criticism'], downgrade: ['降低资质等级', 'downgrading'], fine: ['罚款', 'fine'], confiscation: ['没收', 'confiscation'], closure: ['责令停产停业（关闭）', 'closure'],
  suspension: ['停业整顿（暂扣）', 'suspension'], suspendPermit: ['暂扣许可证件', 'permit suspended'], revocation: ['吊销（撤销）', 'revocation'], revokePermit: ['吊销许可证件', 'permit revoked'],
  revokeRegistration: ['撤销登记或者许可', 'registration revoked'], withdrawPermit: ['变更（撤回）许可', 'permit withdrawn'], restriction: ['限制经营（从业）', 'restriction'],
  restrictBusiness: ['限制开展生产经营活动', 'business restricted'], practiceBan: ['限制从业', 'ban on practising'], detention: ['扣留（行政拘留）', 'detention'],
  grant: ['准予许可', 'granted'], refuse: ['不予许可', 'refused'], seizure: ['查封（扣押）', 'sealing or seizure'], seal: ['查封', 'sealed'], seize: ['扣押', 'seized'],
  demolition: ['强制拆除', 'demolition'], proxyPerformance: ['代履行', 'performance by proxy'], stopSupply: ['通知停止供电等', 'supply stopped'], stopConstruction: ['责令停止建设', 'construction stopped'],
  expropriationDecision: ['征收决定', 'expropriation'], requisition: ['征用决定', 'requisition'], compensationDecision: ['补偿决定', 'compensation'], idleLandFee: ['土地闲置费', 'idle-land fee'],
  takeBackLand: ['收回土地使用权', 'land taken back'], announce: ['公告', 'announcement'], other: ['其他', 'other'],
};

/** Measures of an entry as people read them. */
export function measuresInWords(measures: readonly string[], english: boolean): string {
  return measures
    .map((one) => measureWords[one as CatalogueMeasure]?.[english ? 1 : 0] ?? one)
    .join(english ? ', ' : '、');
}
