import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { ReviewDeskAnswer } from '../../api/schemas/review-desk.ts';
import type { roundsAnswer } from '../../api/schemas/rounds.ts';
import { get } from '../http.ts';

/** One case as its page shows it. */
export function useCase(id: string) {
  return useQuery({
    queryKey: ['case', id],
    queryFn: ({ signal }) => get<CaseAnswer>(`/api/v1/cases/${id}`, signal),
    refetchInterval: 30_000,
  });
}

/** Its rounds of legal review. */
export function useRounds(id: string) {
  return useQuery({
    queryKey: ['case', id, 'rounds'],
    queryFn: ({ signal }) => get<z.infer<typeof roundsAnswer>>(`/api/v1/cases/${id}/rounds`, signal),
  });
}

/** What reviewing and signing need beside them. */
export function useReviewDesk(id: string) {
  return useQuery({
    queryKey: ['case', id, 'review-desk'],
    queryFn: ({ signal }) => get<ReviewDeskAnswer>(`/api/v1/cases/${id}/review-desk`, signal),
  });
}
