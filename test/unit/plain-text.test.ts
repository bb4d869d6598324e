import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hygieneProblem, longTextHygieneProblem, nfc } from '../../domain/plain-text.ts';
import { cases } from '../support/demo-data.ts';

const codes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => String.fromCharCode(from + n));
const unseen = [...codes(0x202a, 0x202e), ...codes(0x2066, 0x2069), ...codes(0x200b, 0x200f), '\u2060', '\ufeff'];
const control = [...codes(0, 0x1f), ...codes(0x7f, 0x9f), '\ud800', '\udfff', '\u2028', '\u2029'];

describe('a name', () => {
  it('may hold any letter, rare characters and the middle dot of minority names included', () => {
    for (const name of ['阙怀川', '那日苏·拟德', '𠮷野', 'Café', '甲（乙）']) expect(hygieneProblem(name)).toBeNull();
  });

  it.each(unseen)('does not hold the unseen %j', (character) => {
    expect(hygieneProblem(`邵${character}柏桐`)).toBe('bidi');
    expect(longTextHygieneProblem(`邵${character}柏桐`)).toBe('bidi');
  });

  it.each(control)('does not hold the control character %j', (character) => {
    expect(hygieneProblem(`邵${character}柏桐`)).toBe('control');
  });
});

describe('marks on a letter', () => {
  it('may be thirty, more than any script writes, and no more', () => {
    for (const problem of [hygieneProblem, longTextHygieneProblem]) {
      expect(problem(`e${'\u0301'.repeat(30)}`)).toBeNull();
      expect(problem(`e${'\u0301\u0323'.repeat(16)}`)).toBe('marks');
    }
  });
});

describe('a long text', () => {
  it('may have lines and tabs', () => {
    expect(longTextHygieneProblem('一、事实\n\t二、证据')).toBeNull();
  });

  it.each(control.filter((character) => character !== '\n' && character !== '\t'))('does not hold %j', (character) => {
    expect(longTextHygieneProblem(`事实${character}清楚`)).toBe('control');
  });

  it('of every demo case is clean', () => {
    for (const one of cases) {
      expect(longTextHygieneProblem(one.facts)).toBeNull();
      expect(hygieneProblem(one.party.name)).toBeNull();
    }
  });
});

describe('normalised text', () => {
  it('is the same whether an accent came joined or apart', () => {
    expect(nfc('Cafe\u0301')).toBe('Café');
  });

  it('stays as it is when normalised again', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(nfc(nfc(text))).toBe(nfc(text))));
  });
});
