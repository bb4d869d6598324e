import { sameProposal } from '../proposal-sense.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { ContentRef, Proposal } from '../state.ts';
import { heavierThan } from '../rights.ts';
import { requirements, type Context } from './requirement.ts';

/** The version named must be the current one. */
function currentVersionNamed({ state, command }: Context): Refusal | null {
  const named = command.input.contentVersion;
  if (named === undefined) return refuse('content.notNamed');
  const current = state.content?.version ?? 0;
  return named === current && current > 0 ? null : refuse('content.versionMismatch', { named, current });
}

/** Measures, amounts, basis or facts differ: a material change (补正 may not make one). */
export function materialChange(before: ContentRef, after: Proposal & Pick<ContentRef, 'digests'>): boolean {
  return (
    !sameProposal(before, after) ||
    before.digests.basis !== after.digests.basis ||
    before.digests.facts !== after.digests.facts
  );
}

export const contentRequirements = requirements({
  ordinaryProcedure: ({ filing }) => (filing.procedure === 'summary' ? refuse('procedure.summaryNotReviewed') : null),
  nextVersion({ state, command }) {
    const { version, draft } = command.input;
    if (version === undefined || !draft) return refuse('content.notNamed');
    const current = state.content?.version ?? 0;
    return version === current + 1 ? null : refuse('content.versionMismatch', { named: version, current });
  },
  supplementImmaterial({ state, command }) {
    const { draft } = command.input;
    if (state.stage !== 'supplementing' || !state.content || !draft) return null;
    return materialChange(state.content, draft) ? refuse('supplement.material') : null;
  },
  notHeavierAfterStatement({ state, command }) {
    const { draft, given } = command.input;
    const stated = state.notices.findLast((notice) => notice.answer?.kind === 'statement')?.answer;
    if (!draft || !stated?.proposalThen || given.includes('newFacts')) return null;
    return heavierThan(draft, stated.proposalThen)
      ? refuse('rights.heavierWithoutNotice', { told: stated.proposalThen, article: 45 })
      : null;
  },
  contentNamed: currentVersionNamed,
  // A penalty that grants would need no notice (行政处罚法 9, 44).
  ownMeasures({ filing, command: { input } }) {
    const measures = (input.draft ?? input.proposed)?.measures ?? [];
    const foreign = filing.category === 'penalty' && measures.some((one) => one === 'grant' || one === 'refuse');
    return foreign ? refuse('content.measureOfPermit', { measures }) : null;
  },
  decidesSomething: ({ state, filing }) =>
    filing.category === 'permit' && state.content?.measures.length === 0 ? refuse('content.decidesNothing') : null,
  evidenceInContent: ({ state }) => (state.evidenceSinceDraft ? refuse('content.evidenceNotIncluded') : null),
  materialsComplete({ state, filing, command }) {
    const submitted = new Set(command.input.materials ?? []);
    const missing = [...filing.requiredMaterials, ...state.addedMaterials].filter((name) => !submitted.has(name));
    return missing.length > 0 ? refuse('materials.incomplete', { missing: [...new Set(missing)] }) : null;
  },
});
