import type { StoryCase } from './story-shape.ts';

const filed = [
  'title',
  'category',
  'field',
  'procedure',
  'section',
  'certificateCategory',
  'source',
  'cause',
  'facts',
  'party',
  'personalInfo',
  'statutoryBasis',
  'discretion',
  'requiredMaterials',
  'publication',
  'difficult',
  'difficultBecause',
  'projectInvestmentYuan',
  'onApplication',
  'renewal',
  'execution',
  'overallOverride',
] as const;
const foundBySystem = ['hearingHeld', 'hearingClaimable'];

/** The body of POST /api/v1/cases: the case's fields, the grounds that no catalogue gives, and the step's input. */
export function filingBody(one: StoryCase, input: Record<string, unknown>): Record<string, unknown> {
  const fields = filed.map((key) => [key, one[key]] as const);
  return {
    ...Object.fromEntries(fields.filter(([, value]) => value !== undefined && value !== null)),
    majorBecause: groundsToFile(one.majorBecause),
    handlers: one.handlers,
    ...input,
  };
}

/** The grounds for a major case that the system cannot find in the catalogue or in the course of the case. */
export function groundsToFile(grounds: string[]): string[] {
  return grounds.filter((ground) => !ground.startsWith('catalogue:') && !foundBySystem.includes(ground));
}
