import { effects } from '../../../domain/effects/index.ts';

export { caseWorkflow } from '../../../workflows/index.ts';

/** Another decision with the same yes: an addition to the record voids the pass and ends the deadline of the stage. */
effects.addRecord = () => ({ pass: 'voided', stops: ['stage'] });
