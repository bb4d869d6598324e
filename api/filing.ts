import { partyKind } from '../domain/party.ts';
import type { Filing } from '../domain/state.ts';
import type { HearingThreshold } from '../prisma/hearing-threshold.ts';
import { idGivenBy } from './given-id.ts';
import type { FilingBody } from './schemas/filing.ts';
import { fen } from './schemas/values.ts';

/** The id of the case that this person files under this key: filing again under it is the same filing. */
export function caseIdOf(actor: string, key: string): string {
  return idGivenBy('register', actor, key);
}

/** Grounds with a name of their own in the process; any other that the filing names (majorRights, socialImpact …) is the law's. */
const ownGrounds = ['severalLegalRelations', 'majorPublicInterest'];

/** What the process may know of a filing: codes, no names and no words. */
export function filingOf(caseId: string, agencyId: string, body: FilingBody, threshold: HearingThreshold): Filing {
  return {
    caseId,
    agency: agencyId,
    section: body.section,
    category: body.category,
    certificateCategory: body.certificateCategory ?? body.category,
    field: body.field,
    procedure: body.procedure,
    partyKind: partyKind(body.party.type),
    onApplication: body.onApplication,
    ...(body.renewal && { renewalOf: body.renewal.validTo }),
    execution: body.execution,
    difficult: body.difficult,
    severalLegalRelations: body.majorBecause.includes('severalLegalRelations'),
    majorPublicInterest: body.majorBecause.includes('majorPublicInterest'),
    byLaw: body.majorBecause.some((ground) => !ownGrounds.includes(ground)),
    requiredMaterials: body.requiredMaterials,
    overallOverride: body.overallOverride
      ? { value: body.overallOverride.value, unit: body.overallOverride.unit }
      : null,
    hearingThreshold: {
      organisationFen: fen(threshold.organisationYuan ?? 0),
      personFen: fen(threshold.personYuan ?? 0),
    },
  };
}
