import { setTimeout as sleep } from 'node:timers/promises';
import { dayOf, endOfDay } from '../../domain/calendar.ts';

const longEnough = 4 * 60_000;

/** Today in Shanghai, for a file whose tests reckon from it: where the day would end among them, the next one is waited for. */
export async function todayForAWhile(): Promise<string> {
  const left = endOfDay(dayOf(Date.now())) + 2_000 - Date.now();
  if (left < longEnough) await sleep(left);
  return dayOf(Date.now());
}
