import { forbiddenInPublication, isPublishableField } from '../domain/publication.ts';
import type { CaseRecord } from './case-record.ts';
import type { PublicationRow } from './rows.ts';

/**
 * Every publication stands as its events left it, under the decision that was in force then. What is up or was up holds only fields of the published forms, no forbidden number, and was approved by a second person.
 */
export function publishableOnly({ publications, steps }: CaseRecord): string[] {
  const expected = standings(steps);
  const numbers = new Set([...expected.keys(), ...publications.map(({ decision_seq: seq }) => seq)]);
  const kept = new Map(publications.map(({ decision_seq: seq, status }) => [seq, status]));
  return [
    ...[...numbers]
      .filter((seq) => kept.get(seq) !== expected.get(seq))
      .map(
        (seq) => `publication ${seq} is ${kept.get(seq) ?? 'lost'}, its events say ${expected.get(seq) ?? 'nothing'}`,
      ),
    ...publications.filter(({ status }) => ['published', 'withdrawn'].includes(status)).flatMap(faults),
  ];
}

/** Where each publication stands after these events, by the number of its decision. */
function standings(steps: CaseRecord['steps']): Map<number, string> {
  const standing = new Map<number, string>();
  for (const { event, before } of steps) {
    const decision = before.decisionSeq ?? 0;
    const exempt = before.publication?.status === 'exemptionProposed';
    if (event.type === 'preparePublication' || event.type === 'exemptPublication') standing.set(decision, 'prepared');
    if (event.type === 'approvePublication') standing.set(decision, exempt ? 'published' : 'approved');
    if (event.type === 'publish') standing.set(decision, 'published');
    if (event.type === 'withdrawPublication') {
      for (const [seq, status] of standing) if (status === 'published') standing.set(seq, 'withdrawn');
    }
  }
  return standing;
}

function faults(row: PublicationRow): string[] {
  const { decision_seq: seq, fields, facts, title, party_name, prepared_by, approved_by } = row;
  const alien = Object.keys(fields).filter((field) => !isPublishableField(field));
  const forbidden = forbiddenInPublication({ ...fields, facts, title, party_name });
  return [
    ...alien.map((field) => `publication ${seq} holds the field ${field}`),
    ...forbidden.map(({ field, kind }) => `publication ${seq} holds a forbidden number in ${field} (${kind})`),
    ...(approved_by === null || approved_by === prepared_by
      ? [`publication ${seq} has no second person's approval`]
      : []),
  ];
}
