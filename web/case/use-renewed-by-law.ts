import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { dayOf } from '../../domain/calendar.ts';
import { dayWithWeekday } from '../moment.ts';

/** Since when the permit counts as renewed, for nothing was decided (行政许可法 50); nothing of a case in which it does not. */
export function useRenewedByLaw({ renewedByLawAt: at }: CaseAnswer): string | null {
  const { t } = useTranslation();
  return at && t('case.renewedByLaw', { day: dayWithWeekday(dayOf(Date.parse(at))) });
}
