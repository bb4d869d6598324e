import type { FilingInput } from '../../api/schemas/filing.ts';
import { chosenIn, givenIn, rowsIn, type Typed } from './typed.ts';
import { fenOf } from './yuan.ts';

/** The body of POST /api/v1/cases: what is empty is left out, amounts in yuan from integer fen. What is wrong is left to the API to name. */
export function filingBody(typed: Typed): Partial<FilingInput> {
  const given = (name: string) => givenIn(typed, name);
  const person = given('party.type') === '自然人';
  const own = person ? ['idType', 'idNo'] : ['creditCode', 'legalRepresentative', 'legalRepresentativeIdType', 'legalRepresentativeIdNo']; // prettier-ignore
  const also = given('party.type') === '个体工商户' ? ['idType', 'idNo'] : [];
  const fields = ['name', 'type', 'address', 'phone', ...own, ...also];
  const party = Object.fromEntries(fields.map((name) => [name, given(`party.${name}`)]));
  const investment = fenOf(typed['projectInvestmentYuan'] ?? '');
  // Whoever asked for a permit has nothing to carry out, whether it is granted or refused.
  const application = given('category') === 'permit' ? { onApplication: typed['onApplication'] !== 'no', execution: typed['onApplication'] === 'no' } : {}; // prettier-ignore
  return filled({
    title: given('title') ?? suggestedTitle(typed),
    category: given('category') ?? undefined,
    field: given('field') ?? undefined,
    procedure: given('procedure') === 'summary' ? 'summary' : 'ordinary',
    section: given('section') ?? undefined,
    source: given('source'),
    cause: given('cause') ?? undefined,
    facts: given('facts') ?? undefined,
    party: filled(party),
    statutoryBasis: basisIn(typed),
    requiredMaterials: chosenIn(typed, 'requiredMaterials'),
    difficult: typed['difficult'] === 'yes',
    difficultBecause: given('difficultBecause'),
    majorBecause: chosenIn(typed, 'majorBecause'),
    projectInvestmentYuan: investment == null ? undefined : investment / 100,
    ...application,
    renewal:
      application.onApplication && given('renewal.validTo')
        ? filled({ permitNo: given('renewal.permitNo'), validTo: given('renewal.validTo') })
        : undefined,
    handlers: [given('handlers.0'), given('handlers.1')].filter((id) => id !== null),
    documentNo: given('documentNo'),
  }) as Partial<FilingInput>;
}

/** How such a case is usually called: the party and what it did. */
export function suggestedTitle(typed: Typed): string {
  const [party, cause] = [givenIn(typed, 'party.name'), givenIn(typed, 'cause')];
  return party && cause ? `${party}${cause}案` : '';
}

/** The articles relied on; rows in which nothing is written are none. */
export function basisIn(typed: Typed): { statute: string; article: string; note?: string }[] {
  return rowsIn(typed, 'statutoryBasis')
    .map(({ statute = '', article = '', note = '' }) => ({
      statute: statute.trim(),
      article: article.trim(),
      note: note.trim(),
    })) // prettier-ignore
    .filter(({ statute, article }) => statute !== '' || article !== '')
    .map(({ note, ...row }) => (note ? { ...row, note } : row));
}

function filled(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));
}
