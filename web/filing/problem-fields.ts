import type { Problem } from '../http.ts';
import type { Saying } from './checks.ts';
import type { Typed } from './typed.ts';

interface Issue {
  path: string;
  message: string;
  messageEn: string;
}

/** Refusals that belong to a field of the form rather than to the whole of it. */
const fieldOf: Record<string, string> = {
  'certificate.fewerThanTwo': 'handlers.1',
  'materials.incomplete': 'materials',
  'rights.heavierWithoutNotice': 'newFacts',
  'procedure.summaryOnlyPenalty': 'procedure',
  'supplement.material': 'measures',
  'summary.overLimit': 'procedure',
};
/** How the API says of a field of any program that nothing was sent. */
const isEmpty = /^(is required|must be one of|must not be empty)/;
const unfilled = { zh: '请填写', en: 'must be filled in' };
const ofPersons = ['certificate.', 'person.', 'role.', 'duty.'];

/**
 * What a refusal says, by field: each issue of a body stands beside the field of its path, a refusal about a person beside
 * that person, the rest beside the whole form ('').
 */
export function problemFields(
  problem: Problem,
  typed: Typed = {},
  handlers: readonly string[] = [],
): Record<string, Saying> {
  const { issues, person, field } = problem.details as { issues?: Issue[]; person?: string; field?: string };
  const whole = { zh: problem.zh, en: problem.en };
  if (issues && issues.length > 0) {
    return Object.fromEntries(
      issues.toReversed().flatMap(({ path, message, messageEn }) => {
        const name = fieldName(path);
        const empty = isEmpty.test(messageEn) && !typed[name]?.trim();
        // A title that nobody wrote is made of other fields, which say themselves that they are empty.
        if (empty && name === 'title') return [];
        return [[name, empty ? unfilled : { zh: message, en: messageEn }]];
      }),
    );
  }
  const named = handlers.indexOf(person ?? '');
  if (named >= 0 && ofPersons.some((kind) => problem.code.startsWith(kind))) return { [`handlers.${named}`]: whole };
  if (problem.code === 'reasons.missing' && field) return { [field]: whole };
  return { [fieldOf[problem.code] ?? '']: whole };
}

/** 'draft.discretion.rangeYuan.1' is typed under discretion.rangeTo. */
function fieldName(path: string): string {
  const name = path.replace(/^draft\./, '');
  if (name.startsWith('discretion.rangeYuan')) return name.endsWith('.1') ? 'discretion.rangeTo' : 'discretion.rangeFrom'; // prettier-ignore
  if (/^(measures|majorBecause|requiredMaterials|materials)\./.test(name)) return name.split('.')[0]!;
  return name === 'handlers' ? 'handlers.0' : name;
}
