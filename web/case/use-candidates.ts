import { useQuery } from '@tanstack/react-query';
import type { CandidatesAnswer } from '../../api/schemas/review-desk.ts';
import { get } from '../http.ts';
import type { FieldGiven } from './act-field.tsx';

/** Whom one may name in a field of an act, and of the others why not; it may depend on what stands in another field. */
export function useCandidates({ caseId, action, field, typed }: FieldGiven) {
  const from = typed[field.after ?? 'from'] ?? '';
  const query = new URLSearchParams({ for: action, ...(from && { from }) });
  return useQuery({
    queryKey: ['case', caseId, 'candidates', action, from],
    enabled: field.after === undefined || from !== '',
    queryFn: ({ signal }) => get<CandidatesAnswer>(`/api/v1/cases/${caseId}/candidates?${query}`, signal),
  });
}
