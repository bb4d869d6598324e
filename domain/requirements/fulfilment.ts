import { executionKinds } from '../grounds.ts';
import { refuse } from '../refusal.ts';
import type { Obligations } from '../state.ts';
import { requirements } from './requirement.ts';

const obligationOf: Record<string, keyof Obligations> = {
  serve: 'serve',
  publish: 'publish',
  preparePublication: 'publish',
  approvePublication: 'publish',
  exemptPublication: 'publish',
  fileSummary: 'file',
};

export const fulfilmentRequirements = requirements({
  obligationOpen({ state, command }) {
    const obligation = obligationOf[command.action];
    const status = obligation && state.obligations?.[obligation];
    return status === 'open' ? null : refuse('fulfilment.alreadyDone', { obligation, status: status ?? 'none' });
  },
  receipt({ command }) {
    const { given } = command.input;
    return given.includes('method') && given.includes('receipt') ? null : refuse('service.noReceipt');
  },
  executionKind({ state, command }) {
    const nothingToExecute = state.stage === 'fulfilment' ? state.obligations?.execute !== 'open' : state.decision;
    if (nothingToExecute) {
      return refuse('fulfilment.alreadyDone', { obligation: 'execute', status: state.obligations?.execute ?? 'none' });
    }
    const { kind = '', given } = command.input;
    if (!Object.hasOwn(executionKinds, kind)) return refuse('execution.kind', { allowed: Object.keys(executionKinds) });
    return kind === 'executionTerminated' && !given.includes('basis')
      ? refuse('execution.whyTerminated', { field: 'basis' })
      : null;
  },
  obligationsDone({ state }) {
    const open = Object.entries(state.obligations ?? {}).filter(([, status]) => status === 'open');
    return open.length > 0 ? refuse('fulfilment.obligationsOpen', { open: open.map(([name]) => name) }) : null;
  },
  fileComplete: ({ command }) =>
    command.input.catalogueComplete === true && (command.input.pages ?? 0) > 0 ? null : refuse('archive.incomplete'),
});
