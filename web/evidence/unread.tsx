import { Failure } from '../failure.tsx';
import { Problem, Unreachable } from '../http.ts';
import { useWords } from './words.ts';

/** Why a file is not shown: the API's reason, or that its content cannot be made out. */
export function Unread({ error }: { error: Error }) {
  const w = useWords();
  if (error instanceof Problem || error instanceof Unreachable) return <Failure error={error} />;
  return <p className="empty">{w('cannotBeRead')}</p>;
}
