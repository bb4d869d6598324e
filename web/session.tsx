import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { SessionAnswer } from '../api/schemas/session.ts';
import { Failure } from './failure.tsx';
import { forgetKept } from './kept-places.ts';
import { get, post, Problem, rememberCsrfToken, remove } from './http.ts';
import { Loading } from './loading.tsx';

export type Person = SessionAnswer['person'];

const path = '/api/v1/session';
const Signed = createContext<Person | null>(null);

/** Who is signed in. Only inside {@link SignedIn}. */
export function usePerson(): Person {
  const person = use(Signed);
  if (!person) throw new Error('usePerson() outside SignedIn');
  return person;
}

/** Shows its children to whoever is signed in, and leads everybody else to the sign-in page and back. */
export function SignedIn({ children }: { children: ReactNode }) {
  const location = useLocation();
  const session = useQuery({ queryKey: ['session'], queryFn: readSession, staleTime: Infinity });
  if (session.isPending) return <Loading />;
  if (session.error instanceof Problem && session.error.status === 401) {
    const back = location.pathname + location.search;
    return <Navigate to={`/sign-in?${new URLSearchParams({ back })}`} replace />;
  }
  if (session.error) return <Failure error={session.error} again={() => void session.refetch()} />;
  return <Signed value={session.data.person}>{children}</Signed>;
}

async function readSession(): Promise<SessionAnswer> {
  const answer = await get<SessionAnswer>(path);
  rememberCsrfToken(answer.csrfToken);
  return answer;
}

/** Signing in and out; what was read before belongs to somebody else and is forgotten. */
export function useSigning() {
  const queries = useQueryClient();
  return {
    async signIn(username: string, password: string): Promise<void> {
      const answer = await post<SessionAnswer>(path, { username, password });
      rememberCsrfToken(answer.csrfToken);
      queries.clear();
      queries.setQueryData(['session'], answer);
    },
    async signOut(): Promise<void> {
      await remove(path);
      forgetKept();
      queries.clear();
    },
  };
}
