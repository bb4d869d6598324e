import { Input, Switch } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { Chosen, usePlaces } from '../oversight/filter-bar.tsx';
import { givesOrders, looksOver } from '../oversight/who-may.ts';
import { usePerson } from '../session.tsx';
import { AllOrders } from './all-orders.tsx';
import { MyOrders } from './my-orders.tsx';
import { useWords } from './words.ts';
import './orders.css';

const statuses = ['open', 'returned', 'replied', 'closed'] as const;
const narrowing = ['text', 'overdue', 'agency', 'region', 'case'];

/** Supervision orders (督办): first those that wait for me, and all others by status and words; what is asked is the address. */
export function OrdersPage() {
  const words = useWords();
  const person = usePerson();
  const [search, setSearch] = useSearchParams();
  const status = search.get('status') ?? (narrowing.some((name) => search.has(name)) ? 'all' : 'mine');
  const agencies = usePlaces(looksOver(person.roles)).data?.agencies ?? [];
  const change = (changed: Record<string, string>) => {
    const next = new URLSearchParams(search);
    if (status === 'mine') next.set('status', 'all');
    for (const [name, value] of Object.entries(changed)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next);
  };
  return (
    <>
      <header className="titled">
        <h1>{words('title')}</h1>
        {givesOrders(person.roles) && <Link to="/orders/new">{words('openOrder')}</Link>}
      </header>
      <div className="filters">
        <nav aria-label={words('boxes')}>
          {(['mine', 'all', ...statuses] as const).map((box) => (
            <Link key={box} to={box === 'mine' ? '/orders' : `/orders?status=${box}`} aria-current={box === status ? 'page' : undefined}>
              {words(box)}
            </Link>
          ))}
        </nav>
      </div>
      <div className="filters">
        <Input.Search
          key={search.get('text')}
          aria-label={words('search')}
          placeholder={words('search')}
          defaultValue={search.get('text') ?? ''}
          allowClear
          onSearch={(text) => change({ text: text.trim() })}
        />
        {agencies.length > 1 && (
          <Chosen
            name="agency"
            label={words('columnAgency')}
            value={search.get('agency') ?? undefined}
            options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
            change={(agency) => change({ agency })}
          />
        )}
        <label>
          <Switch size="small" checked={search.get('overdue') === 'true'} onChange={(late) => change({ overdue: late ? 'true' : '' })} />{' '}
          {words('overdueOnly')}
        </label>
      </div>
      {status === 'mine' ? <MyOrders /> : <AllOrders search={search} status={status} />}
    </>
  );
} // prettier-ignore
