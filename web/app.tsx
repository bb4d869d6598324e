import { ConfigProvider } from 'antd';
import enLocale from 'antd/locale/en_US.js';
import zhLocale from 'antd/locale/zh_CN.js';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { Frame } from './frame.tsx';
import { Lost } from './lost.tsx';
import { Piece } from './piece.tsx';
import { readLater } from './read-later.ts';
import { SignedIn } from './session.tsx';
import { theme } from './theme.ts';

const SignInPage = readLater(async () => (await import('./sign-in/sign-in-page.tsx')).SignInPage);
const WorkPage = readLater(async () => (await import('./work/work-page.tsx')).WorkPage);
const CasesPage = readLater(async () => (await import('./cases/cases-page.tsx')).CasesPage);
const StatisticsPage = readLater(async () => (await import('./statistics/statistics-page.tsx')).StatisticsPage);
const CountedPage = readLater(async () => (await import('./statistics/counted-page.tsx')).CountedPage);
const OversightPage = readLater(async () => (await import('./oversight/oversight-page.tsx')).OversightPage);
const OversightListPage = readLater(async () => (await import('./oversight/list-page.tsx')).OversightListPage);
const OrdersPage = readLater(async () => (await import('./orders/orders-page.tsx')).OrdersPage);
const NewOrderPage = readLater(async () => (await import('./orders/new-order-page.tsx')).NewOrderPage);
const OrderPage = readLater(async () => (await import('./orders/order-page.tsx')).OrderPage);
const NoticesPage = readLater(async () => (await import('./notices/notices-page.tsx')).NoticesPage);
const TourPage = readLater(async () => (await import('./tour/tour-page.tsx')).TourPage);
const CasePage = readLater(async () => (await import('./case/case-page.tsx')).CasePage);
const ReviewDeskPage = readLater(async () => (await import('./review/review-desk-page.tsx')).ReviewDeskPage);
const AdvicePage = readLater(async () => (await import('./advice/advice-page.tsx')).AdvicePage);
const AdviceDeskPage = readLater(async () => (await import('./advice/advice-desk-page.tsx')).AdviceDeskPage);
const MeetingsPage = readLater(async () => (await import('./meetings/meetings-page.tsx')).MeetingsPage);
const MeetingPage = readLater(async () => (await import('./meetings/meeting-page.tsx')).MeetingPage);
const ProcessPage = readLater(async () => (await import('./process/process-page.tsx')).ProcessPage);
const NewCasePage = readLater(async () => (await import('./filing/new-case-page.tsx')).NewCasePage);
const DraftPage = readLater(async () => (await import('./filing/draft-page.tsx')).DraftPage);
const VersionsPage = readLater(async () => (await import('./filing/versions-page.tsx')).VersionsPage);
const AdminDesk = readLater(async () => (await import('./admin/admin-desk.tsx')).AdminDesk);
const LeavePage = readLater(async () => (await import('./leave/leave-page.tsx')).LeavePage);
const AccountPage = readLater(async () => (await import('./account/account-page.tsx')).AccountPage);
const HandOverPage = readLater(async () => (await import('./hand-over/hand-over-page.tsx')).HandOverPage);

/** Only styles that carry it are applied (api/routes/web.ts). */
const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content;

/** Every place with its address. server.ts gives this page out for each of them (api/routes/web.ts). */
export function App() {
  const { i18n } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <ConfigProvider
      theme={theme}
      locale={i18n.language === 'en' ? enLocale : zhLocale}
      button={{ autoInsertSpace: false }}
      csp={{ nonce }}
    >
      <Piece alone address={pathname + search}>
        <Routes>
          <Route path="/sign-in" element={<SignInPage />} />
          <Route
            element={
              <SignedIn>
                <Frame />
              </SignedIn>
            }
          >
            <Route path="/work" element={<WorkPage />} />
            <Route path="/cases" element={<CasesPage />} />
            <Route path="/cases/new" element={<NewCasePage />} />
            <Route path="/cases/:id" element={<CasePage />} />
            <Route path="/cases/:id/review" element={<ReviewDeskPage />} />
            <Route path="/cases/:id/advice" element={<AdviceDeskPage />} />
            <Route path="/advice" element={<AdvicePage />} />
            <Route path="/cases/:id/draft" element={<DraftPage />} />
            <Route path="/cases/:id/versions" element={<VersionsPage />} />
            <Route path="/statistics" element={<StatisticsPage />} />
            <Route path="/statistics/cases" element={<CountedPage />} />
            <Route path="/tour" element={<TourPage />} />
            <Route path="/process" element={<ProcessPage />} />
            <Route path="/process/:category" element={<ProcessPage />} />
            <Route path="/meetings" element={<MeetingsPage />} />
            <Route path="/meetings/:id" element={<MeetingPage />} />
            <Route path="/oversight" element={<OversightPage />} />
            <Route path="/oversight/:list" element={<OversightListPage />} />
            <Route path="/orders" element={<OrdersPage />} />
            <Route path="/orders/new" element={<NewOrderPage />} />
            <Route path="/orders/:id" element={<OrderPage />} />
            <Route path="/notices" element={<NoticesPage />} />
            <Route path="/admin/*" element={<AdminDesk />} />
            <Route path="/leave" element={<LeavePage />} />
            <Route path="/account" element={<AccountPage />} />
            <Route path="/hand-over" element={<HandOverPage />} />
            <Route path="/desk" element={<Navigate to="/work" replace />} />
            <Route path="*" element={<Lost />} />
          </Route>
        </Routes>
      </Piece>
    </ConfigProvider>
  );
}
