import type pg from 'pg';
import { orderWorkflowIdOf } from '../workflows/order-messages.ts';
import { invariants, type Findings } from './invariant.ts';
import { rowsOf } from './pages.ts';
import type { Workflows } from './temporal-agrees.ts';

const { temporalAgrees } = invariants;

/** One running workflow for each order on an agency that is not closed, none for any other. */
export async function ordersAgree(
  client: pg.Client,
  fresh: pg.Client,
  workflows: Workflows,
  findings: Findings,
): Promise<void> {
  const open = `SELECT to_jsonb(id) AS row FROM supervision_order WHERE case_id IS NULL AND status <> 'closed'`;
  const wanted = new Set((await rowsOf<string>(client, open)).map(orderWorkflowIdOf));
  const running = new Set<string>();
  for await (const id of workflows.runningOrders()) running.add(id);
  findings.looked(temporalAgrees, wanted.size);
  const differing = [...wanted, ...running].filter((id) => wanted.has(id) !== running.has(id));
  for (const id of differing) {
    // Lists lag behind, and a system at work moves on: only what still differs now is a breach.
    const orderId = id.replace(/^supervision-order:/, '');
    const [isOpen] = await rowsOf<string>(fresh, `${open} AND id = $1`, [orderId]);
    const runs = (await workflows.now(id)) !== null;
    if (runs === (isOpen !== undefined)) continue;
    findings.breach(temporalAgrees, orderId, runs ? 'a workflow is running, the order is closed' : 'no workflow is running, the order is not closed'); // prettier-ignore
  }
}
