import { NavLink, Route, Routes, useLocation } from 'react-router';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import { Lost } from '../lost.tsx';
import { Piece } from '../piece.tsx';
import { pages, pageOf } from './admin-pages.ts';
import './admin.css';
import { Overview } from './overview.tsx';
import { useAreas } from './use-areas.ts';
import { useSaying, useWords } from './words.ts';

/** The administrators' desk (管理): the pages of what this administrator does; where somebody else does it, who. */
export function AdminDesk() {
  const w = useWords();
  const say = useSaying();
  const areas = useAreas();
  const { pathname, search } = useLocation();
  if (areas.isPending) return <Loading />;
  if (!areas.data) return <Failure error={areas.error} again={() => void areas.refetch()} />;
  const mine = areas.data.areas.filter(({ may }) => may).map(({ area }) => area);
  const open = [...new Set(mine.map(pageOf))];
  return (
    <div className="admin">
      {open.length > 0 && (
        <nav aria-label={w('admin')} className="rooms">
          <NavLink to="/admin" end>
            {w('overview')}
          </NavLink>
          {open.map((page) => (
            <NavLink key={page} to={`/admin/${page}`}>
              {w(page)}
            </NavLink>
          ))}
        </nav>
      )}
      <Piece address={pathname + search}>
        <Routes>
          <Route index element={<Overview areas={areas.data.areas} />} />
          {(Object.keys(pages) as (keyof typeof pages)[]).map((page) => {
            const { Page, forms = {}, readByAll } = pages[page];
            const why = areas.data.areas.find(({ area }) => area === page)?.why;
            const allowed = open.includes(page) || readByAll;
            const closed = <p className="empty">{why ? say(why) : w('notYours')}</p>;
            return (
              <Route key={page} path={page}>
                <Route index element={allowed ? <Page /> : closed} />
                {Object.entries(forms).map(([path, Form]) => (
                  <Route key={path} path={path} element={open.includes(page) ? <Form /> : closed} />
                ))}
              </Route>
            );
          })}
          <Route path="*" element={<Lost />} />
        </Routes>
      </Piece>
    </div>
  );
}
