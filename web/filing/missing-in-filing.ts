import type { PartyType } from '../../domain/party.ts';
import { numberProblems } from './checks.ts';
import { basisIn } from './filing-body.ts';
import type { Considered } from './path-preview.ts';
import { chosenIn, givenIn, type Typed } from './typed.ts';
import type { Word } from './words.ts';
import { fenOf } from './yuan.ts';

const asked: [name: string, word: Word][] = [
  ['category', 'category'], ['section', 'section'], ['field', 'field'], ['cause', 'cause'], ['party.type', 'partyType'],
  ['party.name', 'name'], ['handlers.0', 'handlers'], ['handlers.1', 'handlers'], ['facts', 'facts'],
]; // prettier-ignore

const numbered: Record<string, Word> = {
  'party.creditCode': 'creditCode',
  'party.idNo': 'idNo',
  'party.legalRepresentativeIdNo': 'representativeIdNo',
  projectInvestmentYuan: 'investment',
};

/** What a filing still lacks: what the API asks for, and what identifies the party and founds the case. */
export function missingInFiling(
  typed: Typed,
  say: (word: Word, values?: Record<string, string>) => string,
): { name: string; label: string }[] {
  const missing = asked.filter(([name]) => givenIn(typed, name) === null);
  const natural = typed['party.type'] === '自然人';
  const number: [string, Word] = natural ? ['party.idNo', 'idNo'] : ['party.creditCode', 'creditCode'];
  if (givenIn(typed, number[0]) === null) missing.push(number);
  if (basisIn(typed).length === 0) missing.push(['fromItems', 'basis']);
  if (typed['procedure'] !== 'summary' && givenIn(typed, 'documentNo') === null)
    missing.push(['documentNo', 'documentNo']);
  const wrong = Object.keys(numberProblems(typed)).map((name) => {
    const field = say(numbered[name] ?? 'creditCode');
    return { name, label: say('wrong', { field }) };
  });
  return [...missing.map(([name, word]) => ({ name, label: say(word) })), ...wrong];
}

/** What of a filing counts for its path; nothing is proposed yet. */
export function consideredFiling(typed: Typed): Considered {
  return {
    category: typed['category'] ?? '',
    field: givenIn(typed, 'field') ?? '',
    partyType: (givenIn(typed, 'party.type') ?? '法人及非法人组织') as PartyType,
    measures: [],
    amountFen: 0,
    confiscatedFen: 0,
    projectInvestmentFen: fenOf(typed['projectInvestmentYuan'] ?? '') ?? null,
    difficult: typed['difficult'] === 'yes',
    majorBecause: chosenIn(typed, 'majorBecause'),
    hearingHeld: false,
    hearingOffered: false,
    filedMaterials: chosenIn(typed, 'requiredMaterials'),
  };
}
