import { initialAdministrator, installation } from '../../domain/administration/administrators.ts';
import type { SeedFolder, SeedPerson } from './folder.ts';

/** A folder with the administrator made at start in profile rehearsal, who imports everything for every agency. */
export function withInitialAdministrator(folder: SeedFolder): SeedFolder {
  const { organisation } = folder;
  return {
    ...folder,
    organisation: {
      ...organisation,
      agencies: [...organisation.agencies, agency(organisation.regions[0]?.code ?? '000000')],
      people: [...organisation.people, person],
    },
  };
}

function agency(region: string): SeedFolder['organisation']['agencies'][number] {
  return {
    id: installation,
    name: '本系统管理单位',
    shortName: '系统管理',
    region,
    level: '',
    creditCode: '',
    documentWord: '',
    overseenBy: null,
    kind: 'installation',
    categories: [],
    legalReviewers: [],
    sections: [{ id: `${installation}-O`, name: '系统管理', kind: 'office' }],
    parameters: [],
  };
}

const person: SeedPerson = {
  id: initialAdministrator,
  name: '演练管理员',
  agency: installation,
  section: `${installation}-O`,
  title: '系统管理员',
  roles: ['systemAdmin'],
  certificate: null,
  legalExam: {},
  training: [],
  leave: [],
  hiredOn: null,
  leftOn: null,
};
