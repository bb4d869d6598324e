/** 相对人类别 as filed and as published (CF_XDR_LB). */
export const PARTY_TYPES = ['法人及非法人组织', '自然人', '个体工商户'] as const;
export type PartyType = (typeof PARTY_TYPES)[number];

/** The two groups for which 行政处罚法 and the agencies' thresholds name amounts: 公民; 法人或者其他组织. */
export type PartyKind = 'person' | 'organisation';

// No I, O, S, V, Z: GB 32100 leaves them out because they look like digits.
const CREDIT_CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_CODE_CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const CREDIT_CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_CODE_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const IDENTITY_NUMBER_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Which amounts apply to a party: the limit of summary procedure (行政处罚法 51) and the thresholds for hearing and review.
 * 个体工商户 counts with the organisations: it acts under its own name and credit code as an operator, which is how the
 * safety rules (安全生产违法行为行政处罚办法, 生产经营单位) and the sample agencies' notices treat it. 税务 differs.
 */
export function partyKind(type: PartyType): PartyKind {
  return type === '自然人' ? 'person' : 'organisation';
}

/** 统一社会信用代码 (GB 32100): 18 characters, region, the organisation code inside and its own check character (MOD 31). */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return false;
  const check = (31 - (weighted(text, CREDIT_CODE_WEIGHTS, CREDIT_CODE_CHARACTERS) % 31)) % 31;
  return text.charAt(17) === CREDIT_CODE_CHARACTERS.charAt(check) && isOrganisationCode(text.slice(8, 17));
}

/** 组织机构代码 (GB 11714): eight characters and a check character (MOD 11), with or without the hyphen before it. */
export function isOrganisationCode(text: string): boolean {
  const code = text.replace(/^(.{8})-(.)$/, '$1$2');
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return false;
  const check = 11 - (weighted(code, ORGANISATION_CODE_WEIGHTS, ORGANISATION_CODE_CHARACTERS) % 11);
  return code.charAt(8) === (check === 10 ? 'X' : String(check % 11));
}

/** 公民身份号码 (GB 11643): region, a day of birth that exists, sequence and check character (MOD 11-2). */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const day = Date.parse(`${birth}T00:00:00Z`);
  if (Number.isNaN(day) || !new Date(day).toISOString().startsWith(birth)) return false;
  return text.charAt(17) === '10X98765432'.charAt(weighted(text, IDENTITY_NUMBER_WEIGHTS, '0123456789') % 11);
}

function weighted(text: string, weights: number[], characters: string): number {
  return weights.reduce((sum, weight, n) => sum + weight * characters.indexOf(text.charAt(n)), 0);
}
