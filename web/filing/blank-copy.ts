import type { FilingChoices } from '../../api/schemas/filing-choices.ts';
import type { Person } from '../session.tsx';
import type { Copy } from './reconcile-copies.ts';
import { freshCopy } from './use-copies.ts';

// Drawing the page again must not begin another copy.
let begun: { by: string; copy: Copy } | null = null;

/** A filing in which only the writer's own place is filled in. */
export function blankCopy(person: Person, { agency, sections }: FilingChoices): Copy {
  if (begun?.by === person.id) return begun.copy;
  const typed = {
    category: agency.categories.length === 1 ? agency.categories[0]! : '',
    section: sections.some(({ id }) => id === person.section) ? person.section : '',
    'handlers.0': person.id,
    onApplication: 'yes',
  };
  begun = { by: person.id, copy: freshCopy(typed) };
  return begun.copy;
}

/** What was begun is used up: the next filing begins anew. */
export function forgetBlank(): void {
  begun = null;
}
