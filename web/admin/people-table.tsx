import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import type { PeopleAnswer } from '../../api/schemas/admin-reading.ts';
import { PersonPanel } from './person-panel.tsx';
import { useMay } from './use-areas.ts';
import { useWords } from './words.ts';

export type ListedPerson = PeopleAnswer['items'][number];

/** One person a row; opened, what this administrator may do for them. */
export function PeopleTable({ items }: { items: ListedPerson[] }) {
  const w = useWords();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <table className="cases people">
      <thead>
        <tr>
          {(['person', 'role', 'certificate', 'leave', 'account'] as const).map((name) => (
            <th key={name} scope="col">
              {w(name)}
            </th>
          ))}
          <th scope="col">{w('details')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <Fragment key={one.id}>
            <Row one={one} open={open === one.id} toggle={() => setOpen(open === one.id ? null : one.id)} />
            {open === one.id && (
              <tr>
                <td colSpan={6}>
                  <PersonPanel key={one.id} one={one} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Row({ one, open, toggle }: { one: ListedPerson; open: boolean; toggle: () => void }) {
  const w = useWords();
  const changes = useMay('people');
  const leave = one.leave.find(({ when }) => when === 'now') ?? one.leave.find(({ when }) => when === 'coming');
  const accounts = { none: 'accountNone', open: 'accountOpen', disabled: 'accountDisabled' } as const;
  return (
    <tr>
      <th scope="row">
        {changes ? <Link to={`/admin/people/${one.id}`}>{one.name}</Link> : one.name}
        <small>
          {[one.title, one.sectionName].filter(Boolean).join(' · ')}
          {one.leftOn && ` · ${w('left', { day: one.leftOn })}`}
        </small>
      </th>
      <td>{one.roles.map(({ label }) => label).join('、') || w('none')}</td>
      <td>
        <CertificateOf one={one} />
      </td>
      <td>
        {leave && (
          <>
            {w(leave.when === 'now' ? 'leaveNow' : 'leaveComing')}
            <small>
              {w('until', { from: leave.from, to: leave.to })} · {leave.substituteName ?? w('nobodySubstitute')}
            </small>
          </>
        )}
      </td>
      <td>{w(accounts[one.account])}</td>
      <td>
        <button type="button" className="link" aria-expanded={open} aria-label={`${w('details')} ${one.name}`} onClick={toggle}>
          {w(open ? 'close' : 'details')}
        </button>
      </td>
    </tr>
  );
} // prettier-ignore

function CertificateOf({ one: { certificate } }: { one: ListedPerson }) {
  const w = useWords();
  if (!certificate) return <span className="hint">{w('noCertificate')}</span>;
  const { daysLeft, expiring, validTo, status, covers } = certificate;
  const left = daysLeft < 0 ? w('daysOver', { n: -daysLeft }) : w('daysLeft', { n: daysLeft });
  return (
    <span className={daysLeft < 0 ? 'due late' : expiring ? 'due soon' : undefined} title={covers.join('、')}>
      {w('certificateEnds', { day: validTo })}
      {expiring && <small> {left}</small>}
      {status !== 'valid' && <small> {w('notValid')}</small>}
    </span>
  );
}
