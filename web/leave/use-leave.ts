import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LeaveReadingAnswer } from '../../api/schemas/leave.ts';
import { useCommand } from '../admin/use-command.ts';
import { get } from '../http.ts';
import { usePerson } from '../session.tsx';

export type OwnLeave = LeaveReadingAnswer['leave'][number];
export type Asked = NonNullable<LeaveReadingAnswer['asked']>;

interface Period {
  from: string;
  to: string;
}

/** One's own leave, and of days that are asked about who may stand in. */
export function useLeave(period: Period | null = null) {
  const query = asQuery(period);
  return useQuery({
    queryKey: ['leave', query],
    queryFn: ({ signal }) => get<LeaveReadingAnswer>(`/api/v1/leave${query}`, signal),
    placeholderData: keepPreviousData,
  });
}

/** Who may stand in for somebody on these days, as the system administrator asks; nothing is asked without days. */
export function useSubstitutesFor(person: string, period: Period | null) {
  const query = asQuery(period);
  return useQuery({
    queryKey: ['admin', 'leave', person, query],
    queryFn: ({ signal }) => get<LeaveReadingAnswer>(`/api/v1/people/${person}/leave${query}`, signal),
    placeholderData: keepPreviousData,
    enabled: period !== null,
  });
}

function asQuery(period: Period | null): string {
  return period ? `?${new URLSearchParams({ ...period })}` : '';
}

/** Enters, ends and takes back one's own leave; what was done last is said until the next. */
export function useLeaveCommand() {
  const queries = useQueryClient();
  const path = `/api/v1/people/${usePerson().id}/leave`;
  const { error, busy, send } = useCommand(path);
  const [done, say] = useState('');

  async function carryOut(body: object, said: string, to = path): Promise<boolean> {
    say('');
    const sent = await send(body, to);
    if (sent) say(said);
    // A refusal too means that something is not as it is shown.
    void queries.invalidateQueries({ queryKey: ['leave'] });
    return sent;
  }
  return { error, busy, done, carryOut, cancelPath: `${path}/cancel` };
}
