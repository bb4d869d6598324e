import type { Orders } from '../api/orders.ts';
import { createActivities } from '../activities/index.ts';
import type { Database } from '../prisma/client.ts';
import type { Pool } from '../prisma/pool.ts';

/** Orders on agencies that are decided and recorded where they are asked, without Temporal. */
export function recordedOrders(database: Database, pool: Pool): Orders {
  const { recordOrder } = createActivities({ database, pool });
  return {
    async act(orderId, agency, command) {
      const now = command.at ?? Date.now();
      const result = await recordOrder({ orderId, agency, virtualTime: true, now, command });
      return result.kind === 'refused' ? result : { kind: 'done', answer: result.state };
    },
    advance: async () => {},
  };
}
