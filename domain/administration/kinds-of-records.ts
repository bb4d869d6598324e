import type { Area } from './areas.ts';

/** Kinds of records in the audit trail: how each is called, and the area to which a change of it belongs. */
export const kindsOfRecords = {
  region: { zh: '地区', en: 'region', area: 'organisation' },
  agency: { zh: '机关', en: 'agency', area: 'organisation' },
  section: { zh: '科室', en: 'section', area: 'organisation' },
  person: { zh: '人员', en: 'person', area: 'people' },
  account: { zh: '账号', en: 'account', area: 'accounts' },
  parameterPack: { zh: '参数', en: 'parameters', area: 'parameters' },
  calendarYear: { zh: '日历', en: 'calendar', area: 'calendar' },
  catalogueEntry: { zh: '目录项', en: 'catalogue entry', area: 'catalogue' },
  enforcementItem: { zh: '执法事项', en: 'item', area: 'items' },
  numberSeries: { zh: '文号', en: 'series', area: 'series' },
} as const satisfies Record<string, { zh: string; en: string; area: Area }>;
export type KindOfRecord = keyof typeof kindsOfRecords;
