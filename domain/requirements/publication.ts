import { isPublishableField } from '../publication.ts';
import { refuse } from '../refusal.ts';
import { requirements } from './requirement.ts';

export const publicationRequirements = requirements({
  servedOrReason: ({ state, command }) =>
    state.obligations?.serve === 'done' || command.input.given.includes('earlyReason')
      ? null
      : refuse('publication.notServed'),
  publicationPrepared: ({ state }) => (state.publication ? null : refuse('publication.notPrepared')),
  secondPerson: ({ state, command }) =>
    state.publication?.preparedBy === command.actor ? refuse('publication.samePerson') : null,
  redactionConfirmed: ({ command }) =>
    command.input.redactionConfirmed === true ? null : refuse('publication.redactionUnconfirmed'),
  publicationApproved: ({ state }) =>
    state.publication?.status === 'approved' ? null : refuse('publication.notApproved'),
  noForbiddenField({ command }) {
    const forbidden = (command.input.fields ?? []).filter((field) => !isPublishableField(field));
    return forbidden.length > 0 ? refuse('publication.forbiddenField', { fields: forbidden }) : null;
  },
  nothingStillUp: ({ state }) =>
    state.publication?.status === 'published' && !state.decision ? refuse('publication.stillUp') : null,
});
