import { lazy, type ComponentType } from 'react';
import type { Area } from './use-areas.ts';

interface AdminPage {
  Page: ComponentType;
  /** Anybody who is signed in may look at it. */
  readByAll?: true;
}

/** The pages of the desk by their place behind /admin/. */
export const pages = {
  people: { Page: lazy(async () => ({ default: (await import('./people-page.tsx')).PeoplePage })) },
  organisation: { Page: lazy(async () => ({ default: (await import('./organisation-page.tsx')).OrganisationPage })) },
  parameters: { Page: lazy(async () => ({ default: (await import('./parameters-page.tsx')).ParametersPage })), readByAll: true },
  calendar: { Page: lazy(async () => ({ default: (await import('./calendar-page.tsx')).CalendarPage })), readByAll: true },
  catalogue: { Page: lazy(async () => ({ default: (await import('./record-pages.tsx')).CataloguePage })) },
  items: { Page: lazy(async () => ({ default: (await import('./record-pages.tsx')).ItemsPage })) },
  series: { Page: lazy(async () => ({ default: (await import('./record-pages.tsx')).SeriesPage })) },
  notices: { Page: lazy(async () => ({ default: (await import('./notices-page.tsx')).NoticesPage })) },
  reconciliations: { Page: lazy(async () => ({ default: (await import('./reconciliations-page.tsx')).ReconciliationsPage })) },
  trail: { Page: lazy(async () => ({ default: (await import('./trail-page.tsx')).TrailPage })) },
  ledger: { Page: lazy(async () => ({ default: (await import('./ledger-page.tsx')).LedgerPage })) },
} satisfies Partial<Record<Area, AdminPage>> as Record<Exclude<Area, 'leave' | 'roles' | 'accounts'>, AdminPage>; // prettier-ignore

/** The page on which an area is done; roles, accounts and leave are done at the person. */
export function pageOf(area: Area): keyof typeof pages {
  return area === 'leave' || area === 'roles' || area === 'accounts' ? 'people' : area;
}
