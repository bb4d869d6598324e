import { refuse } from '../../../domain/refusal.ts';
import { requirementChecks } from '../../../domain/requirements/index.ts';

export { caseWorkflow } from '../../../workflows/index.ts';

/** A rule under which what was accepted before is refused: no materials are ever complete. */
requirementChecks.materialsComplete = () => refuse('materials.incomplete');
