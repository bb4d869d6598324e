import { isAdministrator, type Administrator } from '../../domain/administration/administrators.ts';
import { areas, type Area } from '../../domain/administration/areas.ts';
import { refuse } from '../../domain/refusal.ts';
import { problemOf } from '../problem.ts';
import { isBureau, type Acting } from './authority.ts';

interface Said {
  zh: string;
  en: string;
}

const inWords: Record<Administrator, Said> = {
  systemAdmin: { zh: '系统管理员', en: 'the system administrator' },
  securityAdmin: { zh: '安全管理员', en: 'the security administrator' },
  auditAdmin: { zh: '审计管理员', en: 'the audit administrator' },
};

/** Of each area whether this person does it, and where not, who does. */
export async function areasOf(acting: Acting): Promise<{ area: Area; may: boolean; why: Said | null }[]> {
  const bureau = acting.initial || (await isBureau(acting));
  return (Object.keys(areas) as Area[]).map((area) => {
    const why = whyNot(acting, area) ?? (area === 'calendar' && !bureau ? ofBureaus : null);
    return { area, may: why === null, why };
  });
}

/** Whoever holds one of the three roles. @throws Problem 403 role.missing, admin.keptApart */
export function demandArea(acting: Pick<Acting, 'actor' | 'initial'>, area: Area): void {
  const { actor, initial } = acting;
  if (initial || areas[area].some((role: Administrator) => actor.roles.includes(role))) return;
  const apart = actor.roles.some(isAdministrator);
  throw problemOf(refuse(apart ? 'admin.keptApart' : 'role.missing', { needed: areas[area] }));
}

/** @throws Problem 403 role.missing for whoever administers nothing */
export function demandAdministrator({ actor, initial }: Pick<Acting, 'actor' | 'initial'>): void {
  if (!initial && !actor.roles.some(isAdministrator)) throw problemOf(refuse('role.missing'));
}

const ofBureaus: Said = {
  zh: '工作日历全国统一，由司法局的系统管理员导入；您可以查看。',
  en: 'The calendar belongs to all agencies: a system administrator of a judicial bureau imports it; you may read it.',
};

function whyNot({ actor, initial }: Acting, area: Area): Said | null {
  const roles: readonly Administrator[] = areas[area];
  if (initial || roles.some((role) => actor.roles.includes(role))) return null;
  const [zh, en] = (['zh', 'en'] as const).map((language) => roles.map((role) => inWords[role][language]));
  return { zh: `三员分设，由${zh!.join('、')}办理。`, en: `Kept apart: done by ${en!.join(' or ')}.` };
}
