import { refuse } from '../refusal.ts';
import { requirements } from './requirement.ts';

export const reasonRequirements = requirements({
  reasons: ({ command }) =>
    ['reasons', 'reason', 'ground', 'what'].some((field) => command.input.given.includes(field))
      ? null
      : refuse('reasons.missing'),
  sourceNamed({ command }) {
    const { given, redo } = command.input;
    if (!given.includes('source')) return refuse('reasons.missing', { field: 'source' });
    const reviewedAgain = command.action === 'amendDecision' || redo === true;
    return reviewedAgain || given.includes('sourceNo') ? null : refuse('reasons.missing', { field: 'sourceNo' });
  },
});
