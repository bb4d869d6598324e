import { matchingEntries, type CatalogueEntry } from '../domain/catalogue.ts';
import type { CommandInput } from '../domain/command.ts';
import { requiredMaterials } from '../domain/required-materials.ts';
import { dayOf } from '../domain/calendar.ts';
import type { CaseState, Millis } from '../domain/state.ts';
import type { Transaction } from '../prisma/client.ts';

/**
 * Which entries of the agency's catalogue in force match this draft, and the materials they add: part of the command, so
 * that the case says for ever which entry made it major.
 */
export async function catalogueFacts(
  transaction: Transaction,
  state: CaseState,
  draft: NonNullable<CommandInput['draft']>,
  now: Millis,
): Promise<Pick<CommandInput, 'catalogueMatches' | 'addedMaterials'>> {
  const { filing } = state;
  if (!filing) return {};
  const rows = await transaction.catalogueEntry.findMany({ where: { agencyId: filing.agency } });
  const agency = await transaction.agency.findUniqueOrThrow({ where: { id: filing.agency } });
  const filed = await transaction.caseFiling.findUniqueOrThrow({ where: { id: filing.caseId } });
  const investmentYuan = (filed.filing as { projectInvestmentYuan?: number }).projectInvestmentYuan;
  const matches = matchingEntries(
    rows.map((row) => row.entry as unknown as CatalogueEntry),
    {
      agency: filing.agency,
      category: filing.category,
      field: filing.field,
      level: agency.level,
      measures: draft.measures,
      amountFen: draft.amountFen,
      confiscatedFen: draft.confiscatedFen,
      projectInvestmentFen: investmentYuan === undefined ? undefined : Math.round(investmentYuan * 100),
      partyKind: filing.partyKind,
    },
    dayOf(now),
  );
  const happened = { hearing: state.hearingHeld, existing: filing.requiredMaterials };
  return {
    catalogueMatches: matches.map(({ id, appliesWhen }) => ({ id, appliesWhen })),
    addedMaterials: requiredMaterials([], matches, happened),
  };
}
