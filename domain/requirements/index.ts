import { contentRequirements } from './content.ts';
import { decisionRequirements } from './decision.ts';
import { filingRequirements } from './filing.ts';
import { fulfilmentRequirements } from './fulfilment.ts';
import { handOverRequirements } from './hand-over.ts';
import { meetingRequirements } from './meeting.ts';
import { oversightRequirements } from './oversight.ts';
import { publicationRequirements } from './publication.ts';
import { reasonRequirements } from './reasons.ts';
import type { Requirement } from '../process.ts';
import type { Check } from './requirement.ts';
import { reviewRequirements } from './review.ts';
import { rightsRequirements } from './rights.ts';
import { senseRequirements } from './sense.ts';

/** Every requirement of the process table. */
export const requirementChecks: Record<Requirement, Check> = {
  ...filingRequirements,
  ...contentRequirements,
  ...rightsRequirements,
  ...reviewRequirements,
  ...decisionRequirements,
  ...fulfilmentRequirements,
  ...publicationRequirements,
  ...reasonRequirements,
  ...meetingRequirements,
  ...handOverRequirements,
  ...oversightRequirements,
  ...senseRequirements,
};
