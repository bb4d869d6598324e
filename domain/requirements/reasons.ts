import { refuse } from '../refusal.ts';
import { requirements } from './requirement.ts';

export const reasonRequirements = requirements({
  reasons: ({ command }) =>
    ['reasons', 'reason', 'ground'].some((field) => command.input.given.includes(field))
      ? null
      : refuse('reasons.missing'),
});
