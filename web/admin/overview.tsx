import { Link } from 'react-router';
import type { AreasAnswer } from '../../api/schemas/admin-reading.ts';
import { usePerson } from '../session.tsx';
import { pageOf, pages } from './admin-pages.ts';
import { useSaying, useWords } from './words.ts';

/** What this administrator does, nothing else; of the rest who does it. */
export function Overview({ areas }: AreasAnswer) {
  const w = useWords();
  const say = useSaying();
  const person = usePerson();
  const mine = areas.filter(({ may }) => may);
  return (
    <>
      <h1>{w('admin')}</h1>
      <p className="hint">
        {person.agencyName} · {w('intro')}
      </p>
      {mine.length === 0 && <p className="empty">{w('nothing')}</p>}
      {mine.length > 0 && (
        <section aria-labelledby="yours">
          <h2 id="yours">{w('yours')}</h2>
          <ul className="areas">
            {mine.map(({ area }) => (
              <li key={area}>
                <Link to={`/admin/${pageOf(area)}`}>{w(area)}</Link>
                <small>{w(`${area}About`)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="others">
        <h2 id="others">{w('others')}</h2>
        <dl className="words">
          {areas.flatMap(({ area, why }) =>
            why ? (
              <div key={area}>
                <dt>
                  {pages[pageOf(area)].readByAll ? <Link to={`/admin/${pageOf(area)}`}>{w(area)}</Link> : w(area)}
                </dt>
                <dd>{say(why)}</dd>
              </div>
            ) : (
              []
            ),
          )}
        </dl>
      </section>
    </>
  );
}
