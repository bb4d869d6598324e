import { forbiddenInPublication, isPublishableField } from '../domain/publication.ts';
import type { CaseRecord } from './case-record.ts';
import type { PublicationRow } from './rows.ts';

/** What is up or was up holds only fields of the published forms, no forbidden number, and was approved by a second person. */
export function publishableOnly({ publications }: CaseRecord): string[] {
  return publications.filter(({ status }) => ['published', 'withdrawn'].includes(status)).flatMap(faults);
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
