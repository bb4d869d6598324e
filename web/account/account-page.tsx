import { roles } from '../../domain/process.ts';
import { usePerson } from '../session.tsx';
import './account.css';
import { PasswordForm } from './password-form.tsx';
import { useAccountWords } from './words.ts';

/** Who one is to the system (我的账号), and one's password. */
export function AccountPage() {
  const w = useAccountWords();
  const { id, name, title, agencyName, sectionName, roles: held } = usePerson();
  return (
    <div className="account">
      <h1>{w('title')}</h1>
      <dl>
        <dt>{w('name')}</dt>
        <dd>{name}</dd>
        <dt>{w('username')}</dt>
        <dd>{id}</dd>
        <dt>{w('where')}</dt>
        <dd>
          {agencyName} · {sectionName}
        </dd>
        <dt>{w('post')}</dt>
        <dd>{title}</dd>
        <dt>{w('roles')}</dt>
        <dd>
          {held.map((role) => roles[role]).join('、')}
          <p className="hint">{w('rolesBy')}</p>
        </dd>
      </dl>
      <section aria-label={w('change')}>
        <h2>{w('change')}</h2>
        <p className="hint">{w('about')}</p>
        <PasswordForm username={id} />
      </section>
    </div>
  );
}
