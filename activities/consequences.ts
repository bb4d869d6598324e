import type { CaseEvent } from '../domain/command.ts';
import type { Consequence } from '../prisma/consequence.ts';
import {
  approvePublication,
  correctPublication,
  exemptPublication,
  preparePublication,
  publish,
  withdrawPublication,
} from './publication.ts';

/** What an event entails in publication, in the transaction that writes it; all else is rows that go with it (entailed.ts). */
export const consequences: Partial<Record<CaseEvent['type'], Consequence>> = {
  preparePublication,
  approvePublication,
  exemptPublication,
  publish,
  correctPublication,
  withdrawPublication,
};
