import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import { AgendaTable } from './agenda-table.tsx';
import { ConveneForm } from './convene-form.tsx';
import { useAgenda } from './use-meetings.ts';
import { useWords } from './words.ts';
import './meetings.css';

/** The agenda (集体讨论): meetings that are called, and the cases that wait for one. */
export function MeetingsPage() {
  const w = useWords();
  const [chosen, choose] = useState<string[]>([]);
  const [calling, call] = useState(false);
  const pages = useAgenda();
  if (pages.isPending) return <Loading />;
  if (!pages.data) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  const items = pages.data.pages.flatMap((page) => page.items);
  const { collective } = pages.data.pages[0]!;
  const called = items.filter((item) => item.call).toSorted((a, b) => a.call!.at.localeCompare(b.call!.at));
  const waiting = items.filter((item) => !item.call);
  const callable = waiting.filter(({ asked }) => asked.some(({ action }) => action === 'conveneMeeting'));
  const together = callable.filter(({ id }) => chosen.includes(id));
  return (
    <div className="agenda">
      <h1>{w('title')}</h1>
      {items.length === 0 && (
        <p className="empty">
          {w('none')} <Link to="/cases">{w('toCases')}</Link>
        </p>
      )}
      {items.length > 0 && (
        <>
          <section>
            <h2>{w('called')}</h2>
            {called.length === 0 ? <p className="empty">{w('noneCalled')}</p> : <AgendaTable items={called} />}
          </section>
          <section>
            <h2>{w('waiting')}</h2>
            {waiting.length === 0 ? (
              <p className="empty">{w('noneWaiting')}</p>
            ) : (
              <AgendaTable
                items={waiting}
                choosing={{
                  callable: callable.map(({ id }) => id),
                  chosen,
                  choose: (id, on) => choose((before) => (on ? [...before, id] : before.filter((one) => one !== id))),
                }}
              />
            )}
            {waiting.length > 0 && callable.length === 0 && <p className="hint">{w('mayNotCall')}</p>}
            {callable.length > 0 && !calling && (
              <p className="hint">
                <Button type="primary" disabled={together.length === 0} onClick={() => call(true)}>
                  {together.length > 1 ? w('callFor', { n: together.length }) : w('call')}
                </Button>{' '}
                {together.length === 0 && w('chooseFirst')}
              </p>
            )}
            {calling && together.length > 0 && collective && (
              <ConveneForm
                name="agenda"
                cases={together}
                members={collective.members}
                done={() => {
                  choose([]);
                  call(false);
                }}
              />
            )}
          </section>
          {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()}>{w('more')}</Button>}
        </>
      )}
    </div>
  );
}
