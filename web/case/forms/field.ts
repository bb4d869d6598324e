import type { CaseAnswer } from '../../../api/schemas/case.ts';

/** What may be chosen: the code that is sent, and its words. */
export type Choices = Readonly<Record<string, { zh: string; en: string }>>;

/**
 * One field of an act: its name in the request, and how it is filled in. `label` is its name among the words where acts call the
 * same field differently. What is left empty is not sent.
 */
export interface Field {
  name: string;
  kind:
    | 'text'
    | 'line'
    | 'reasons'
    | 'yes'
    | 'holder'
    | 'candidate'
    | 'persons'
    | 'opinionNo'
    | 'content'
    | 'choice'
    | 'day'
    | 'moment'
    | 'count'
    | 'proposal'
    | 'redactions'
    | 'fixed';
  label?: string;
  required?: true;
  /** In which cases it is asked at all; in every one where nothing is said. */
  when?: (one: CaseAnswer) => boolean;
  choices?: Choices;
  /** On whom it depends who can be chosen: the name of the field that says so; `from` where none is named. */
  after?: string;
  /** What is sent without being asked, of texts to hide beside those that are typed. */
  fixed?: (one: CaseAnswer) => unknown;
}

export const opinion: Field = { name: 'opinion', kind: 'text' };
export const reasons: Field = { name: 'reasons', kind: 'reasons', required: true };
export const reason: Field = { name: 'reason', kind: 'text', required: true };
