import { certificateProblem } from '../certificate.ts';
import { presence, separation } from '../duties.ts';
import { refuse } from '../refusal.ts';
import { requirements } from './requirement.ts';

export const filingRequirements = requirements({
  twoCertifiedHandlers({ state, filing, command, now }) {
    const named = [...new Set(command.input.handlers ?? [])];
    if (named.length < 2) return refuse('certificate.fewerThanTwo', { named: named.length });
    for (const id of named) {
      const person = command.facts.persons[id];
      const problem =
        separation(state, id, 'handler') ??
        presence(person, now) ??
        (person?.agency !== filing.agency || !person.roles.includes('handler')
          ? refuse('role.missing', { person: id, needed: ['handler'] })
          : certificateProblem(person, filing.certificateCategory, command.facts, now));
      if (problem) return problem;
    }
    return null;
  },
  filingDocument({ filing, command }) {
    return filing.procedure === 'summary' || command.input.documentNo
      ? null
      : refuse('reasons.missing', { field: 'documentNo' });
  },
  penaltyOnly: ({ filing }) =>
    filing.procedure === 'summary' && filing.category !== 'penalty' ? refuse('procedure.summaryOnlyPenalty') : null,
  recordNamed({ state, command }) {
    const record = command.input.record;
    if (!record) return refuse('reasons.missing', { field: 'name' });
    return state.evidence.includes(record.id) ? refuse('record.appendOnly', { record: record.id }) : null;
  },
});
