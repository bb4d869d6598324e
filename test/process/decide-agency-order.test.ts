import { expect, test } from '@jest/globals';
import { decideOrder, noOrderYet, type OrderCommand } from '../../domain/agency-order.ts';
import type { PersonFacts } from '../../domain/command.ts';
import { smallAgency } from '../support/small-agency.ts';

const now = Date.parse('2026-03-02T09:00:00+08:00');
/** What an order on the agency as a whole, by one of these people, comes to. */
function opened(actor: string, more?: Partial<PersonFacts>, lastAt = now): string {
  const facts = smallAgency(more && { people: { [actor]: more } });
  const input: OrderCommand['input'] = { given: ['reason'], cases: [] };
  const command: OrderCommand = { id: 'c', action: 'openSupervision', actor, input, wordsHash: '', facts, at: undefined };
  const decision = decideOrder({ ...noOrderYet('o', 'ours'), lastAt }, command, now);
  return 'refused' in decision ? decision.refused.code : decision.decided.type;
} // prettier-ignore

test.each([
  ['an overseer of the agency', 'o1', undefined, 'openSupervision'],
  ['one who is on leave', 'o1', { leave: [{ from: '2026-03-02', to: '2026-03-03' }] }, 'person.leave'],
  ['one who left', 'o1', { leftOn: '2026-03-01' }, 'person.left'],
  ['one of another agency', 'oX', undefined, 'role.missing'],
  ['whoever nobody knows', '?', undefined, 'role.missing'],
])('an order on an agency, by %s: %s', (_who, actor, more, expected) => {
  expect(opened(actor, more)).toBe(expected);
});

test('nothing is written before what is on record', () => {
  expect(opened('o1', undefined, now + 1)).toBe('clock.backwards');
});
