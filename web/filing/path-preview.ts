import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { FilingChoices } from '../../api/schemas/filing-choices.ts';
import { matchingEntries } from '../../domain/catalogue.ts';
import { hearingClaimable, isMajor } from '../../domain/major.ts';
import { partyKind, type PartyType } from '../../domain/party.ts';
import { requiredMaterials } from '../../domain/required-materials.ts';

/** What decides on the path of a case. Amounts in integer fen. */
export interface Considered {
  category: string;
  field: string;
  partyType: PartyType;
  measures: string[];
  amountFen: number;
  confiscatedFen: number;
  projectInvestmentFen: number | null;
  difficult: boolean;
  majorBecause: string[];
  hearingHeld: boolean;
  /** A notice told the party that it may claim a hearing. */
  hearingOffered: boolean;
  /** Materials filed with the case. */
  filedMaterials: string[];
}

export interface PathPreview {
  major: boolean;
  /** As domain/major.ts names the grounds: 'catalogue:' and the entry, then the grounds' own names. */
  because: string[];
  /** Materials to be complete before it is submitted. */
  materials: string[];
  hearingClaimable: boolean;
}

const ownGrounds = ['severalLegalRelations', 'majorPublicInterest'];

/** Whether what is typed makes the case major and why, with the rules by which the case itself is judged. */
export function pathPreview(one: Considered, { agency, entries, today }: FilingChoices): PathPreview {
  const proposal = { ...one, partyKind: partyKind(one.partyType) };
  const matches = matchingEntries(entries, { ...proposal, agency: agency.id, level: agency.level }, today);
  const { organisationYuan, personYuan } = agency.hearingThreshold;
  const threshold = { organisationFen: (organisationYuan ?? 0) * 100, personFen: (personYuan ?? 0) * 100 };
  const claimable = one.hearingOffered || hearingClaimable({ ...proposal, threshold });
  const { major, because } = isMajor({
    matches,
    hearingHeld: one.hearingHeld,
    hearingClaimable: claimable,
    difficult: one.difficult,
    severalLegalRelations: one.majorBecause.includes('severalLegalRelations'),
    majorPublicInterest: one.majorBecause.includes('majorPublicInterest'),
    byLaw: one.majorBecause.some((ground) => !ownGrounds.includes(ground)),
  });
  const happened = { hearing: one.hearingHeld, existing: one.filedMaterials };
  return {
    major,
    because,
    materials: requiredMaterials(one.filedMaterials, matches, happened),
    hearingClaimable: claimable,
  };
}

/** What of a case on record counts for its path. */
export function onRecord({
  filed,
  history,
}: CaseAnswer): Omit<Considered, 'measures' | 'amountFen' | 'confiscatedFen'> {
  const { category, field, party, projectInvestmentYuan, difficult, majorBecause, requiredMaterials: materials } =
    filed as Partial<Record<string, never>> & { party?: { type?: PartyType } }; // prettier-ignore
  const happened = (type: string) => history.filter((event) => event.type === type);
  return {
    category: category ?? '',
    field: field ?? '',
    partyType: party?.type ?? '法人及非法人组织',
    projectInvestmentFen: projectInvestmentYuan === undefined ? null : Math.round(projectInvestmentYuan * 100),
    difficult: difficult ?? false,
    majorBecause: majorBecause ?? [],
    hearingHeld: happened('recordHearing').length > 0,
    hearingOffered: happened('recordNotice').some(({ words }) => words['hearingRight'] === true),
    filedMaterials: materials ?? [],
  };
}

/** Materials that this agency's catalogue asks of such cases whatever happens: what a filing begins with. */
export function usualMaterials(entries: FilingChoices['entries'], category: string, field: string): string[] {
  const ofCategory = entries.filter((entry) => entry.category === category);
  const ofField = ofCategory.filter((entry) => entry.field === field);
  const [first, ...others] = ofField.length > 0 ? ofField : ofCategory.length > 0 ? ofCategory : entries;
  const always = (entry: FilingChoices['entries'][number]) => entry.reviewMaterials.filter((name) => !name.endsWith('的）')); // prettier-ignore
  return first ? always(first).filter((name) => others.every((entry) => entry.reviewMaterials.includes(name))) : [];
}
