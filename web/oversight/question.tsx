import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Loading } from '../loading.tsx';
import { useWords } from './words.ts';

interface Given {
  title: string;
  /** How many; undefined while it is being read, or was not. */
  total: number | undefined;
  pending: boolean;
  /** Where all its rows are, and where they are as a table. */
  to: string;
  table: string;
  /** What stands where there are none. */
  none: string;
  late?: boolean;
  children: ReactNode;
}

/** One question: its number, which leads to its rows, the first of them, and the way to all and out. */
export function Question({ title, total, pending, to, table, none, late = false, children }: Given) {
  const say = useWords();
  const id = useId();
  return (
    <section className="question" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {total === undefined ? (
        pending ? <Loading /> : <p className="empty">{say('unread')}</p>
      ) : (
        <>
          <p className={late && total > 0 ? 'number late' : 'number'}>
            <Link to={to} aria-label={`${title}：${say('cases', { n: total })}`}>
              {total}
            </Link>{' '}
            <small>{say(total === 1 ? 'ofOne' : 'ofCases')}</small>
          </p>
          {total === 0 ? <p className="empty">{none}</p> : children}
          {total > 0 && (
            <p className="ways">
              <Link to={to}>{say('all', { n: total })}</Link>
              <a href={table} download>
                {say('export')}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  ); // prettier-ignore
}
