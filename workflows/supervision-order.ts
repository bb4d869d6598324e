import {
  ActivityFailure,
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  log,
  proxyActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { nextOrderWake, type AgencyOrder, type OrderCommand } from '../domain/agency-order.ts';
import type { Millis } from '../domain/state.ts';
import { failure } from './failure.ts';
import { createLock } from './lock.ts';
import { actOnOrder, advanceOrder, orderSnapshot, type OrderStart } from './order-messages.ts';
import { pauseAfter } from './pause.ts';

const { readOrder, recordOrder } = proxyActivities<Activities>({
  // How long an order stands still after a worker died that was recording an act.
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '10 seconds' },
});

/**
 * A supervision order (督办) on an agency as a whole, from its opening until it is closed. It waits for people's acts and for the
 * rungs of the reply deadline; what is decided and written stands in the database, from which it begins again at any time.
 */
export async function supervisionOrderWorkflow(start: OrderStart): Promise<void> {
  const { virtualTime } = start;
  let state: AgencyOrder | null = null;
  let asked = false;
  let failures = 0;
  const oneAtATime = createLock();

  setHandler(orderSnapshot, () => state);
  setHandler(actOnOrder, (command) => {
    asked = true;
    return oneAtATime(() => bringTo(momentOf(command), command));
  });
  setHandler(advanceOrder, (at) => oneAtATime(async () => (await bringTo(at)).seq));

  await oneAtATime(async () => {
    state = await readOrder({ ...start, now: 0 });
  });
  // The opening comes with the start, unless it was refused, or lost by the server.
  if (!isOpen()) await condition(() => asked, '20 seconds');
  await condition(allHandlersFinished);
  while (isOpen() && !workflowInfo().continueAsNewSuggested) await waitForChangeOrWake();
  await condition(allHandlersFinished);
  if (isOpen()) await continueAsNew<typeof supervisionOrderWorkflow>(start);

  function isOpen(): boolean {
    return state !== null && state.order !== null;
  }

  async function waitForChangeOrWake(): Promise<void> {
    const alarm = state && nextOrderWake(state);
    const changed = () =>
      !isOpen() || (state && nextOrderWake(state)) !== alarm || workflowInfo().continueAsNewSuggested;
    if (virtualTime || alarm === null) return condition(changed);
    if (await condition(changed, Math.max(1, alarm - Date.now()))) return;
    try {
      await oneAtATime(() => bringTo(Math.max(Date.now(), alarm)));
      failures = 0;
    } catch (error) {
      const fault = error instanceof ActivityFailure ? error.cause : error;
      if (!(fault instanceof ApplicationFailure)) throw error;
      log.error('recording what fell due failed', { type: fault.type, codes: fault.details });
      failures += 1;
      await sleep(pauseAfter(failures));
    }
  }

  async function bringTo(now: Millis, command?: OrderCommand): Promise<AgencyOrder> {
    const result = await recordOrder({ ...start, now, ...(command && { command }) });
    if (result.kind === 'refused') throw failure(result.refusal);
    return (state = result.state);
  }

  function momentOf({ at }: OrderCommand): Millis {
    return virtualTime && at !== undefined ? at : Math.max(Date.now(), state?.lastAt ?? 0);
  }
}
