import { dayOf } from '../domain/calendar.ts';
import { matchingEntries } from '../domain/catalogue.ts';
import type { CommandInput } from '../domain/command.ts';
import { requiredMaterials } from '../domain/required-materials.ts';
import type { CaseState, Millis } from '../domain/state.ts';
import { catalogueOf } from '../prisma/catalogue-of.ts';
import type { Pool } from '../prisma/pool.ts';

/**
 * Which entries of the agency's catalogue in force match this draft, and the materials they add: part of the command, so
 * that the case says for ever which entry made it major.
 */
export async function catalogueFacts(
  pool: Pool,
  state: CaseState,
  draft: NonNullable<CommandInput['draft']>,
  now: Millis,
): Promise<Pick<CommandInput, 'catalogueMatches' | 'addedMaterials'>> {
  const { filing } = state;
  if (!filing) return {};
  const { entries, level, filed } = await catalogueOf(pool, filing.agency, filing.caseId);
  const investmentYuan = filed.projectInvestmentYuan;
  const matches = matchingEntries(
    entries,
    {
      agency: filing.agency,
      category: filing.category,
      field: filing.field,
      level,
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
