import { installation, type Administrator } from '../domain/administration/administrators.ts';
import type { AgencyRecord, PersonRecord, SectionRecord } from '../domain/administration/records.ts';

const section = `${installation}-O`;

const titles: Record<Administrator, string> = {
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
};

/** The agency of those who look after the installation as a whole. It has no cases, and stands in no region. */
export const installationAgency: AgencyRecord = {
  ...{ id: installation, name: '本系统管理单位', shortName: '系统管理', kind: installation },
  ...{ region: '', level: '', creditCode: '', documentWord: '', overseenBy: null, categories: [], legalReviewers: [] },
};

export const installationSection: SectionRecord = {
  id: section,
  agency: installation,
  name: '系统管理',
  kind: 'office',
};

/** One of its three administrators. */
export function installationPerson(id: string, name: string, role: Administrator): PersonRecord {
  return {
    ...{ id, name, agency: installation, section, title: titles[role], roles: [role], certificate: null },
    ...{ legalExam: {}, training: [], leave: [], hiredOn: null, leftOn: null },
  };
}
