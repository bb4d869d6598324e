import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PartyType } from '../../domain/party.ts';
import { isCreditCode, isIdentityNumber, isOrganisationCode, partyKind } from '../../domain/party.ts';
import { cases, organisation } from '../support/demo-data.ts';

const parties = cases.map((one) => one.party);
const creditCodes = [...parties, ...organisation.agencies].map((p) => p.creditCode).filter((code) => code !== null);
const identityNumbers = [
  ...parties.flatMap((p) => [p.idNo, p.legalRepresentativeIdNo]),
  ...cases.flatMap((one) => one.personalInfo.filter((i) => i.kind === 'idNumber').map((i) => i.text)),
].filter((number) => number !== null);

/** Every text that differs from the given one in a single character. */
function slips(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(text.length - 1), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'.split('')))
    .filter(([at, character]) => text.charAt(at) !== character)
    .map(([at, character]) => text.slice(0, at) + character + text.slice(at + 1));
}

describe('a unified social credit code', () => {
  it('of every agency and party in the demo data is right', () => {
    expect(creditCodes.length).toBeGreaterThan(15);
    expect(creditCodes.filter((code) => !isCreditCode(code))).toEqual([]);
  });

  it('with one wrong character is noticed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...creditCodes).chain(slips), (slip) => expect(isCreditCode(slip)).toBe(false)),
    );
  });

  it.each(['', '91991103MA7C01A15', '91991103ma7c01a150', '91991103MA7CO1A150', '９1991103MA7C01A150'])(
    'is not %j',
    (text) => {
      expect(isCreditCode(text)).toBe(false);
    },
  );

  it('is refused when only the organisation code inside is wrong', () => {
    expect(isOrganisationCode('MA7C01A15')).toBe(true);
    expect(isOrganisationCode('MA7C01A1-5')).toBe(true);
    expect(isOrganisationCode('MA7C01A16')).toBe(false);
    expect(isCreditCode('91991103MA7C01A163')).toBe(false);
  });
});

describe('an identity number', () => {
  it('of every person in the demo data is right', () => {
    expect(identityNumbers.length).toBeGreaterThan(20);
    expect(identityNumbers.filter((number) => !isIdentityNumber(number))).toEqual([]);
  });

  it('with one wrong character is noticed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...identityNumbers).chain(slips), (slip) =>
        expect(isIdentityNumber(slip)).toBe(false),
      ),
    );
  });

  it('names a day of birth that exists', () => {
    expect(isIdentityNumber('11010519491231002X')).toBe(true);
    const withCheck = (body: string) =>
      '0123456789X'
        .split('')
        .map((check) => body + check)
        .filter(isIdentityNumber);
    expect(withCheck('99000020240229100')).toHaveLength(1);
    expect(withCheck('99000020230229100')).toHaveLength(0);
    expect(withCheck('99000020231329100')).toHaveLength(0);
  });

  it.each(['', '11010519491231002x', ' 11010519491231002X', '440524188001010014\n'])('is not %j', (text) => {
    expect(isIdentityNumber(text)).toBe(false);
  });
});

describe('a party', () => {
  it.each<[PartyType, string]>([
    ['自然人', 'person'],
    ['法人及非法人组织', 'organisation'],
    ['个体工商户', 'organisation'],
  ])('of type %s counts as %s', (type, kind) => {
    expect(partyKind(type)).toBe(kind);
  });
});
