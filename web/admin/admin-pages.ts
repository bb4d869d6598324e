import { lazy, type ComponentType } from 'react';
import type { Area } from './use-areas.ts';

interface AdminPage {
  Page: ComponentType;
  /** The forms of its records, by their place behind the page's. */
  forms?: Record<string, ComponentType>;
  /** Anybody who is signed in may look at it. */
  readByAll?: true;
}

const AgencyForm = lazy(async () => ({ default: (await import('./forms/agency-form.tsx')).AgencyForm }));
const SectionForm = lazy(async () => ({ default: (await import('./forms/section-form.tsx')).SectionForm }));
const PersonForm = lazy(async () => ({ default: (await import('./forms/person-form.tsx')).PersonForm }));
const EntryForm = lazy(async () => ({ default: (await import('./forms/entry-form.tsx')).EntryForm }));
const EntryEndForm = lazy(async () => ({ default: (await import('./forms/entry-end-form.tsx')).EntryEndForm }));
const ItemForm = lazy(async () => ({ default: (await import('./forms/item-form.tsx')).ItemForm }));
const SeriesForm = lazy(async () => ({ default: (await import('./forms/series-form.tsx')).SeriesForm }));

/** The pages of the desk by their place behind /admin/. */
export const pages = {
  people: { Page: lazy(async () => ({ default: (await import('./people-page.tsx')).PeoplePage })), forms: { new: PersonForm, ':id': PersonForm } },
  organisation: { Page: lazy(async () => ({ default: (await import('./organisation-page.tsx')).OrganisationPage })), forms: { agency: AgencyForm, 'sections/new': SectionForm, 'sections/:id': SectionForm } },
  parameters: { Page: lazy(async () => ({ default: (await import('./parameters-page.tsx')).ParametersPage })), readByAll: true },
  calendar: { Page: lazy(async () => ({ default: (await import('./calendar-page.tsx')).CalendarPage })), readByAll: true },
  catalogue: { Page: lazy(async () => ({ default: (await import('./record-pages.tsx')).CataloguePage })), forms: { new: EntryForm, ':id': EntryForm, ':id/end': EntryEndForm } },
  items: { Page: lazy(async () => ({ default: (await import('./record-pages.tsx')).ItemsPage })), forms: { new: ItemForm, ':id': ItemForm } },
  series: { Page: lazy(async () => ({ default: (await import('./record-pages.tsx')).SeriesPage })), forms: { new: SeriesForm, ':year/:series': SeriesForm } },
  notices: { Page: lazy(async () => ({ default: (await import('./notices-page.tsx')).NoticesPage })) },
  reconciliations: { Page: lazy(async () => ({ default: (await import('./reconciliations-page.tsx')).ReconciliationsPage })) },
  trail: { Page: lazy(async () => ({ default: (await import('./trail-page.tsx')).TrailPage })) },
  ledger: { Page: lazy(async () => ({ default: (await import('./ledger-page.tsx')).LedgerPage })) },
} satisfies Partial<Record<Area, AdminPage>> as Record<Exclude<Area, 'leave' | 'roles' | 'accounts'>, AdminPage>; // prettier-ignore

/** The page on which an area is done; roles, accounts and leave are done at the person. */
export function pageOf(area: Area): keyof typeof pages {
  return area === 'leave' || area === 'roles' || area === 'accounts' ? 'people' : area;
}
