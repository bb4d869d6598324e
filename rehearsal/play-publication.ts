import { checkNothingForbidden, checkPublished, type PublicAnswers } from './check-publication.ts';
import type { Client } from './client.ts';
import type { Step } from './story-shape.ts';
import type { StoryState } from './story-state.ts';
import type { Check } from './tally.ts';

const nothing: PublicAnswers = { json: { status: 0, body: '' }, html: { status: 0, body: '' } };

/** After what changes the public view: all of it after the last publish, otherwise that nothing forbidden is out. */
export async function publicChecks(step: Step, state: StoryState, client: Client): Promise<Check[]> {
  const { documentNo } = state;
  if (!changesPublic(step) || documentNo === null) return publicChecksUnmade(step, state);
  const number = encodeURIComponent(documentNo);
  try {
    const json = await client.getPublic(`/api/v1/public/decisions?documentNo=${number}`, step.at);
    const html = await client.getPublic(`/public/decisions/${number}`, step.at);
    return compare(step, state, { json, html });
  } catch (error) {
    const wrong = (error as Error).message;
    return publicChecksUnmade(step, state).map((check) => ({ ...check, wrong, skipped: undefined }));
  }
}

/** The same checks where they cannot be made. */
export function publicChecksUnmade(step: Step, state: StoryState): Check[] {
  if (!changesPublic(step)) return [];
  const skipped = 'publication without a decision';
  return compare(step, state, nothing).map((check) => ({ ...check, wrong: null, skipped }));
}

function compare(step: Step, { one, documentNo, lastPublish }: StoryState, answers: PublicAnswers): Check[] {
  if (step !== lastPublish) return checkNothingForbidden(one, answers);
  return checkPublished(one, documentNo ?? '', answers);
}

function changesPublic({ action, input }: Step): boolean {
  if (action === 'approvePublication') return input['exemptionApproved'] === true;
  return ['publish', 'correctPublication', 'withdrawPublication'].includes(action);
}
