import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from '../../failure.tsx';
import { Loading } from '../../loading.tsx';
import { useFormWords } from './form-words.ts';
import type { Reading } from './use-on-record.ts';

interface Given<Read> {
  reading: Reading<Read>;
  /** Whether the record that is asked for is among what was read. */
  there: (read: Read) => boolean;
  children: (read: Read) => ReactNode;
}

/** What a form needs to know first; where the record is not there, that. */
export function ReadFirst<Read>({ reading, there, children }: Given<Read>) {
  const w = useFormWords();
  const found = useQuery(reading);
  if (found.isPending) return <Loading />;
  if (!found.isSuccess) return <Failure error={found.error} again={() => void found.refetch()} />;
  return there(found.data) ? children(found.data) : <p className="empty">{w('nobodyThere')}</p>;
}
