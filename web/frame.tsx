import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { useSearchKey } from './cases/use-search-key.ts';
import { useLiveNotices, useNotices } from './notices/use-notices.ts';
import { Piece } from './piece.tsx';
import { concernedByOrders, looksOver } from './oversight/who-may.ts';
import { usePerson, useSigning } from './session.tsx';
import { chooseLanguage } from './words/start-words.ts';

/** What stands around every desk: where one can go, who one is, the language. */
export function Frame() {
  const { t, i18n } = useTranslation();
  const person = usePerson();
  const { signOut } = useSigning();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const notices = useNotices();
  useLiveNotices(notices.data?.mark);
  useSearchKey();
  const unread = notices.data?.unread ?? 0;
  const leave = async () => {
    if (await signOut(person.id, () => window.confirm(t('loseUnsaved')))) await navigate('/sign-in');
  };
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="frame">
        <span className="brand">{t('system')}</span>
        <nav aria-label={t('systemInFull')}>
          <NavLink to="/work">{t('nav.work')}</NavLink>
          {person.roles.includes('adviser') && <NavLink to="/advice">{t('advice.nav')}</NavLink>}
          <NavLink to="/cases">{t('nav.cases')}</NavLink>
          {person.roles.includes('leader') && <NavLink to="/meetings">{t('nav.meetings')}</NavLink>}
          {concernedByOrders(person.roles) && <NavLink to="/orders">{t('nav.orders')}</NavLink>}
          {looksOver(person.roles) && <NavLink to="/oversight">{t('nav.oversight')}</NavLink>}
          {looksOver(person.roles) && <NavLink to="/statistics">{t('nav.statistics')}</NavLink>}
          {person.roles.some((role) => ['systemAdmin', 'securityAdmin', 'auditAdmin'].includes(role)) && (
            <NavLink to="/admin">{t('nav.admin')}</NavLink>
          )}
          <NavLink to="/notices">
            {t('nav.notices')}
            {unread > 0 && <span className="count">{unread}</span>}
          </NavLink>
          <a href="/public">{t('nav.public')}</a>
          <NavLink to="/tour">{t('tour.nav')}</NavLink>
        </nav>
        <NavLink to="/account" className="who" title={t('nav.account')}>
          {person.name} · {person.sectionName}
        </NavLink>
        <NavLink to="/leave">{t('nav.leave')}</NavLink>
        <Button type="text" size="small" onClick={() => void chooseLanguage(i18n.language === 'en' ? 'zh' : 'en')}>
          {t('language')}
        </Button>
        <Button type="text" size="small" onClick={() => void leave()}>
          {t('signOut')}
        </Button>
      </header>
      <main id="main" tabIndex={-1}>
        <Piece address={pathname + search}>
          <Outlet />
        </Piece>
      </main>
    </>
  );
}
