import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  duePageAnswer,
  stuckPageAnswer,
  timeInStageAnswer,
  urgedPageAnswer,
} from '../../api/schemas/oversight.ts';
import type { ordersPage } from '../../api/schemas/supervision-orders.ts';
import { get } from '../http.ts';
import { addressQuery, type Filters } from './filters.ts';

/** How many rows each question shows of its list. */
const shown = 5;
/** What falls due within so many working days. */
export const soonWithin = 5;

/** Reads one thing for the desk, anew each minute; what was read stays in sight while the filters change. */
export function useRead<Answer>(path: string, query: string, enabled = true) {
  return useQuery({
    queryKey: ['oversight', path, query],
    queryFn: ({ signal }) => get<Answer>(`/api/v1/${path}${query}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
    enabled,
  });
}

/**
 * The questions of the first view, asked at once, of lists only the rows that are shown; and once they are answered what stands
 * below, where time goes.
 */
export function useDashboard(filters: Filters, slowest: number) {
  const query = addressQuery({ ...filters, limit: shown });
  const { region, agency } = filters;
  const orders = (asked: Record<string, string>) => addressQuery({ region, agency, ...asked, limit: 1 });
  const questions = {
    overdue: useRead<z.infer<typeof duePageAnswer>>('oversight/overdue', query),
    dueSoon: useRead<z.infer<typeof duePageAnswer>>('oversight/due-soon', addressQuery({ ...filters, within: soonWithin, limit: shown })), // prettier-ignore
    stuck: useRead<z.infer<typeof stuckPageAnswer>>('oversight/stuck', query),
    urged: useRead<z.infer<typeof urgedPageAnswer>>('oversight/urged', query),
  };
  const answered = Object.values(questions).every(({ isPending }) => !isPending);
  return {
    ...questions,
    lateReplies: useRead<z.infer<typeof ordersPage>>('supervision-orders', orders({ overdue: 'true' })),
    replies: useRead<z.infer<typeof ordersPage>>('supervision-orders', orders({ status: 'replied' })),
    heat: useRead<z.infer<typeof timeInStageAnswer>>('oversight/time-in-stage', addressQuery({ ...filters, sections: slowest }), answered), // prettier-ignore
  };
}
