import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { AgencyOrder, OrderCommand } from '../domain/agency-order.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Millis } from '../domain/state.ts';

/** What the workflow of an order on an agency starts with; the order itself is read from the database. */
export interface OrderStart {
  orderId: string;
  agency: string;
  /** Profile rehearsal: time is what the commands say, no timer is armed. */
  virtualTime: boolean;
}

/** To bring an order up to `now`, and then to carry out a command, where one came. */
export type OrderRequest = OrderStart & { now: Millis; command?: OrderCommand };

export type OrderRecorded = { kind: 'recorded'; state: AgencyOrder } | { kind: 'refused'; refusal: Refusal };

export const actOnOrder = defineUpdate<AgencyOrder, [OrderCommand]>('act');
/** Profile rehearsal: what fell due until `at` happens, in order. */
export const advanceOrder = defineUpdate<number, [Millis]>('advance');
export const orderSnapshot = defineQuery<AgencyOrder | null>('snapshot');

/** Id of the one workflow of an order on an agency. */
export function orderWorkflowIdOf(orderId: string): string {
  return `supervision-order:${orderId}`;
}
