import type { ImportAnswer } from '../../../api/schemas/administration-answers.ts';
import type { Problem } from '../../http.ts';
import { breakInWords } from '../break-words.ts';
import type { Wrong } from './form-checks.ts';

export type Broken = ImportAnswer['breaks'][number];
interface Issue {
  path: string;
  message: string;
  messageEn: string;
}

/** Which field of a form a path of the body or a duty is typed in; '' where it is none of this form. */
export type FieldOf = (path: string) => string;

const fields: Record<string, readonly string[]> = {
  'import.idOfOtherAgency': ['id'],
  'import.unknownSection': ['section'],
  'import.quorum': ['collective.quorum'],
  'import.chairNotMember': ['collective.chair'],
  'import.matchesEverything': ['measures'],
  'import.versionOrder': ['effectiveFrom'],
  'import.versionInPast': ['effectiveFrom'],
  'import.endInPast': ['effectiveTo'],
  'import.seriesForm': ['series'],
  'import.seriesBackwards': ['last'],
  'import.orphansCases': ['leftOn', 'certificate.validTo'],
};

/** 'items.0.basis.1.article' is typed under basis.1.article; the measures of a list are one field. */
export function fieldOfRecord(path: string): string {
  const name = path.replace(/^(items|entries|people|series|agencies)\.\d+\./, '');
  return name.replace(
    /^(measures|reviewMaterials|flow|legalReviewers|collective\.members|certificate\.\w+)\.\d+$/,
    '$1',
  );
}

/** What the form of the body was found to lack, by field. */
export function saidOfIssues({ details }: Problem, fieldOf: FieldOf): Wrong {
  const { issues = [] } = details as { issues?: Issue[] };
  return Object.fromEntries(
    issues.toReversed().map(({ path, message, messageEn }) => [fieldOf(path), { zh: message, en: messageEn }]),
  );
}

/** What a dry run said would not hold, by field; of a person who is named for a duty with the name. */
export function saidOfBreaks(breaks: readonly Broken[], fieldOf: FieldOf, nameOf: (person: string) => string): Wrong {
  return Object.fromEntries(
    breaks.toReversed().flatMap((one) => {
      const { because, fields: lacking, duty, person } = (one.details ?? {}) as Named;
      const named = duty ? [fieldOf(duty)] : (because ?? lacking ?? fields[one.code] ?? []);
      const [about, aboutEn] = person ? [`${nameOf(person)}：`, `${nameOf(person)}: `] : ['', ''];
      const said = { zh: about + breakInWords(one, false), en: aboutEn + breakInWords(one, true) };
      return named.map((name) => [name, said]);
    }),
  );
}

interface Named {
  because?: string[];
  fields?: string[];
  duty?: string;
  person?: string;
}
