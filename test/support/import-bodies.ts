import { catalogue, enforcementItems, organisation } from './demo-data.ts';

export const entry = catalogue.entries.find(({ agency }) => agency === 'xltyj')!;
export const newPerson = { id: 'xltyj-h90', agency: 'xltyj', section: 'xltyj-A', name: '试某', title: '科员' };
export const dayOff = {
  year: 2027,
  source: '国务院办公厅通知（示例）',
  holidays: ['2027-01-01'],
  makeUpWorkdays: ['2027-01-09'],
};
const { calendar } = organisation;
export const year2026 = {
  year: 2026,
  source: calendar.source,
  holidays: calendar.holidays,
  makeUpWorkdays: calendar.makeUpWorkdays,
};
export const off = (date: string) => ({ date, name: '元旦', kind: 'off' });
export const worked = (date: string) => ({ date, name: '元旦调休', kind: 'working' });
export const notice = (days: object[]) => ({
  year: 2027,
  source: '国务院办公厅通知（示例）',
  documentNo: '国办发明电〔2026〕99号',
  issuedOn: '2026-11-20',
  days,
});
export const sections = organisation.agencies.find(({ id }) => id === 'xltyj')!.sections;
export const limits = { legalReview: { value: 6, unit: 'wd' } };
export const item = {
  id: 'xltyj-F90',
  agency: 'xltyj',
  category: 'penalty',
  name: '示例事项',
  basis: [],
  discretion: [],
  section: 'xltyj-A',
  timeLimit: null,
  flow: [],
};
export const itemElsewhere = enforcementItems.items.find(({ agency }) => agency !== 'xltyj')!.id;
