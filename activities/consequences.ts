import type { CaseEvent } from '../domain/command.ts';
import type { Consequence } from '../prisma/consequence.ts';
import { addContentVersion } from '../prisma/content.ts';
import { addDecision } from '../prisma/decision.ts';
import { takeNumber } from '../prisma/numbers.ts';
import { addReview, voidReview } from '../prisma/review.ts';
import { contentStillReviewed } from './content-still-reviewed.ts';
import {
  approvePublication,
  correctPublication,
  exemptPublication,
  preparePublication,
  publish,
  withdrawPublication,
} from './publication.ts';

const takeOpinionNumber: Consequence = ({ transaction, agency, event }) =>
  takeNumber(transaction, agency, event.input.opinionNo ?? '');
const takeDecisionNumber: Consequence = ({ transaction, agency, event }) =>
  takeNumber(transaction, agency, event.input.documentNo ?? '');

/** What each event entails beyond the event itself, in order. */
export const consequences: Partial<Record<CaseEvent['type'], Consequence[]>> = {
  saveDraft: [addContentVersion, voidReview],
  addRecord: [voidReview],
  recordNotice: [voidReview],
  recordAnswer: [voidReview],
  recordHearing: [voidReview],
  approveOpinion: [takeOpinionNumber, addReview, voidReview],
  issueDecision: [contentStillReviewed, takeDecisionNumber, addDecision],
  preparePublication: [preparePublication],
  approvePublication: [approvePublication],
  exemptPublication: [exemptPublication],
  publish: [publish],
  correctPublication: [correctPublication],
  withdrawPublication: [withdrawPublication],
};
