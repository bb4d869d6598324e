import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import type { PeopleAnswer } from '../../api/schemas/admin-reading.ts';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { useAuditWords } from './audit-words.ts';
import { useCommand } from './use-command.ts';
import { useOrganisation } from './use-organisation.ts';

/** The group robot of the agency or a section, and the address of a person; both are written, never shown. */
export function AddressForms() {
  return (
    <div className="address-forms">
      <RobotForm />
      <ContactForm />
    </div>
  );
}

function RobotForm() {
  const w = useAuditWords();
  const sections = useOrganisation().data?.sections ?? [];
  const { answer, error, busy, send } = useCommand<{ robot: boolean }>('/api/v1/admin/robots');
  const [section, setSection] = useState('');
  const [key, setKey] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await send({ section: section || null, channel: 'wecom', key: key || null })) setKey('');
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="import">
      <h2>{w('robot')}</h2>
      <p className="hint">{w('robotHint')}</p>
      <p className="line">
        <Select
          aria-label={w('section')}
          value={section}
          onChange={setSection}
          options={[{ value: '', label: w('wholeAgency') }, ...sections.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <Input aria-label={w('robotKey')} placeholder={w('robotKey')} autoComplete="off" value={key} onChange={(event) => setKey(event.target.value)} />
        <Button htmlType="submit" loading={busy}>{w('save')}</Button>
      </p>
      {answer && <Alert type="success" showIcon title={w(answer.robot ? 'robotOn' : 'robotOff')} />}
      {error && <Failure error={error} />}
    </form>
  );
} // prettier-ignore

function ContactForm() {
  const w = useAuditWords();
  const [person, setPerson] = useState('');
  const [email, setEmail] = useState('');
  const { answer, error, busy, send } = useCommand<{ mail: boolean }>('');
  const people = useQuery({
    queryKey: ['admin', 'people', 'all'],
    queryFn: ({ signal }) => get<PeopleAnswer>('/api/v1/admin/people?limit=500', signal),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await send({ email: email || null }, `/api/v1/admin/people/${person}/contact`)) setEmail('');
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="import">
      <h2>{w('contact')}</h2>
      <p className="line">
        <Select
          aria-label={w('person')}
          placeholder={w('person')}
          showSearch={{ optionFilterProp: 'label' }}
          value={person || undefined}
          onChange={setPerson}
          options={(people.data?.items ?? []).map(({ id, name, sectionName }) => ({ value: id, label: `${name}（${sectionName}）` }))}
        />
        <Input type="email" aria-label={w('email')} placeholder={w('email')} autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
        <Button htmlType="submit" disabled={!person} loading={busy}>{w('save')}</Button>
      </p>
      {answer && <Alert type="success" showIcon title={w(answer.mail ? 'robotOn' : 'robotOff')} />}
      {error && <Failure error={error} />}
    </form>
  );
} // prettier-ignore
