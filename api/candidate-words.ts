import { dayInWords } from '../domain/calendar.ts';
import { dutyGroups, type DutyGroup } from '../domain/process.ts';
import { refusalMessages, type Refusal } from '../domain/refusal.ts';

export interface Said {
  code: string;
  zh: string;
  en: string;
}

/** Why this person may not be named, as said to whoever names: the very ground, where the refusal's own sentence is general. */
export function whyNot({ code, details = {} }: Refusal): Said {
  const grounds = groundsOf(code, details);
  if (grounds.length === 0) return { code, ...refusalMessages[code] };
  return { code, zh: grounds.map(({ zh }) => zh).join('，'), en: grounds.map(({ en }) => en).join(', ') };
}

function groundsOf(code: Refusal['code'], details: NonNullable<Refusal['details']>): { zh: string; en: string }[] {
  if (code === 'review.unqualified') {
    return [
      ...(details['legalExam'] === false ? [{ zh: '未取得法律职业资格', en: 'has not passed the legal exam' }] : []),
      ...(details['trained'] === false ? [{ zh: '上一年以来没有培训记录', en: 'no training since last year' }] : []),
    ];
  }
  if (code === 'person.leave' && typeof details['until'] === 'string') {
    const { until } = details;
    return [{ zh: `休假至${dayInWords(until)}`, en: `on leave until ${until}` }];
  }
  if (code === 'person.left') return [{ zh: '已离任', en: 'has left' }];
  if (code !== 'duty.separation') return [];
  if (details['recused']) return [{ zh: '已在本案回避', en: 'recused from this case' }];
  const group = details['already'] as DutyGroup;
  return [{ zh: `已在本案担任${dutyGroups[group]}，职责分离`, en: 'already has another part in this case' }];
}
