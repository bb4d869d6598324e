import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { SessionAnswer } from '../api/schemas/session.ts';
import { Failure } from './failure.tsx';
import { forgetKept } from './kept-places.ts';
import { get, post, Problem, rememberSession, remove } from './http.ts';
import { leave, onLeftElsewhere, saveEverywhere } from './leaving.ts';
import { LoadingPage } from './loading.tsx';

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
  const { refetch } = session;
  const id = session.data?.person.id;
  // Signed out in another window: this one asks who is there, and is led to the sign-in page and back.
  useEffect(() => (id ? onLeftElsewhere(id, () => void refetch()) : undefined), [id, refetch]);
  if (session.isPending) return <LoadingPage />;
  if (session.error instanceof Problem && session.error.status === 401) {
    const back = location.pathname + location.search;
    return <Navigate to={`/sign-in?${new URLSearchParams({ back })}`} replace />;
  }
  if (session.error) {
    return (
      <main id="main">
        <Failure error={session.error} again={() => void session.refetch()} />
      </main>
    );
  }
  return <Signed value={session.data.person}>{children}</Signed>;
}

async function readSession(): Promise<SessionAnswer> {
  const answer = await get<SessionAnswer>(path);
  rememberSession(answer);
  return answer;
}

/** Signing in and out; what was read before belongs to somebody else and is forgotten. */
export function useSigning() {
  const queries = useQueryClient();
  return {
    async signIn(username: string, password: string): Promise<void> {
      const answer = await post<SessionAnswer>(path, { username, password });
      rememberSession(answer);
      queries.clear();
      queries.setQueryData(['session'], answer);
    },
    /** Saves what is typed, here and in other windows; `lose` is asked where that fails. False where one stays. */
    async signOut(person: string, lose: () => boolean): Promise<boolean> {
      if (!(await saveEverywhere(person)) && !lose()) return false;
      await remove(path).catch((error: unknown) => {
        if (!(error instanceof Problem && error.status === 401)) throw error;
      });
      forgetKept();
      leave(person);
      queries.clear();
      return true;
    },
  };
}
