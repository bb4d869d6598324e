import { isCreditCode, isIdentityNumber } from './party.ts';

/** The numbers of a party that carry a check character. */
export type CheckedNumber = 'creditCode' | 'idNo' | 'legalRepresentativeIdNo';

/** A party as filed, as far as its numbers are concerned; what is empty is not given. */
export type PartyNumbers = Partial<Record<CheckedNumber | 'idType' | 'legalRepresentativeIdType', string | null>>;

/** What is wrong with each number, and what to do. */
export const wrongNumberWords: Record<CheckedNumber, { zh: string; en: string }> = {
  creditCode: {
    zh: '不是正确的统一社会信用代码（18位，GB 32100，校验码不符）；请对照证照核对',
    en: 'not a unified social credit code (18 characters, GB 32100, check character); compare it with the licence',
  },
  idNo: {
    zh: '不是正确的公民身份号码（18位，GB 11643，校验码不符）；请对照证件核对',
    en: 'not a citizen identity number (18 characters, GB 11643, check character); compare it with the card',
  },
  legalRepresentativeIdNo: {
    zh: '不是正确的公民身份号码（18位，GB 11643，校验码不符）；请对照证件核对',
    en: 'not a citizen identity number (18 characters, GB 11643, check character); compare it with the card',
  },
};

/**
 * Which numbers of a party are wrong: a credit code (GB 32100), and identity numbers (GB 11643) of whoever is identified by
 * a 居民身份证. Other documents have no check character; what is not given is not wrong.
 */
export function wrongNumbers(party: PartyNumbers): CheckedNumber[] {
  return [
    ...(party.creditCode && !isCreditCode(party.creditCode) ? (['creditCode'] as const) : []),
    ...(party.idNo && party.idType === '居民身份证' && !isIdentityNumber(party.idNo) ? (['idNo'] as const) : []),
    ...(party.legalRepresentativeIdNo &&
    party.legalRepresentativeIdType === '居民身份证' &&
    !isIdentityNumber(party.legalRepresentativeIdNo)
      ? (['legalRepresentativeIdNo'] as const)
      : []),
  ];
}
