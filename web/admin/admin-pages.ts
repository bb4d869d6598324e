import type { ComponentType } from 'react';
import { readLater } from '../read-later.ts';
import type { Area } from './use-areas.ts';

interface AdminPage {
  Page: ComponentType;
  /** The forms of its records, by their place behind the page's. */
  forms?: Record<string, ComponentType>;
  /** Anybody who is signed in may look at it. */
  readByAll?: true;
}

const AgencyForm = readLater(async () => (await import('./forms/agency-form.tsx')).AgencyForm);
const SectionForm = readLater(async () => (await import('./forms/section-form.tsx')).SectionForm);
const PersonForm = readLater(async () => (await import('./forms/person-form.tsx')).PersonForm);
const EntryForm = readLater(async () => (await import('./forms/entry-form.tsx')).EntryForm);
const EntryEndForm = readLater(async () => (await import('./forms/entry-end-form.tsx')).EntryEndForm);
const ItemForm = readLater(async () => (await import('./forms/item-form.tsx')).ItemForm);
const SeriesForm = readLater(async () => (await import('./forms/series-form.tsx')).SeriesForm);

/** The pages of the desk by their place behind /admin/. */
export const pages = {
  people: { Page: readLater(async () => (await import('./people-page.tsx')).PeoplePage), forms: { new: PersonForm, ':id': PersonForm } },
  organisation: { Page: readLater(async () => (await import('./organisation-page.tsx')).OrganisationPage), forms: { agency: AgencyForm, 'sections/new': SectionForm, 'sections/:id': SectionForm } },
  parameters: { Page: readLater(async () => (await import('./parameters-page.tsx')).ParametersPage), readByAll: true },
  calendar: { Page: readLater(async () => (await import('./calendar-page.tsx')).CalendarPage), readByAll: true },
  catalogue: { Page: readLater(async () => (await import('./record-pages.tsx')).CataloguePage), forms: { new: EntryForm, ':id': EntryForm, ':id/end': EntryEndForm } },
  items: { Page: readLater(async () => (await import('./record-pages.tsx')).ItemsPage), forms: { new: ItemForm, ':id': ItemForm } },
  series: { Page: readLater(async () => (await import('./record-pages.tsx')).SeriesPage), forms: { new: SeriesForm, ':year/:series': SeriesForm } },
  notices: { Page: readLater(async () => (await import('./notices-page.tsx')).NoticesPage) },
  reconciliations: { Page: readLater(async () => (await import('./reconciliations-page.tsx')).ReconciliationsPage) },
  trail: { Page: readLater(async () => (await import('./trail-page.tsx')).TrailPage) },
  ledger: { Page: readLater(async () => (await import('./ledger-page.tsx')).LedgerPage) },
} satisfies Partial<Record<Area, AdminPage>> as Record<Exclude<Area, 'leave' | 'roles' | 'accounts'>, AdminPage>; // prettier-ignore

/** The page on which an area is done; roles, accounts and leave are done at the person. */
export function pageOf(area: Area): keyof typeof pages {
  return area === 'leave' || area === 'roles' || area === 'accounts' ? 'people' : area;
}
