import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../../api/schemas/statistics.ts';
import { TableHead } from '../table-head.tsx';
import { Figure } from './figure.tsx';

/** Deadlines that ended in these months, and how many of them late. */
export function LimitsBlock({ counted }: { counted: StatisticsAnswer }) {
  const { t, i18n } = useTranslation();
  return (
    <section>
      <h2>{t('statistics.limits')}</h2>
      <table>
        <TableHead names={['limit', 'ended', 'late', 'lateShare'] as const} say={(name) => t(`statistics.${name}`)} />
        <tbody>
          {counted.limits.map(({ clock, limit, name, nameEn, ended, late }) => (
            <tr key={`${clock} ${limit}`}>
              <th scope="row">{i18n.language === 'en' ? nameEn : name}</th>
              <td>
                <Figure counted={counted} number={ended} of={{ of: 'limits', clock, limitKey: limit }} />
              </td>
              <td className={late > 0 ? 'late' : ''}>
                <Figure counted={counted} number={late} of={{ of: 'limits', clock, limitKey: limit, late: 'true' }} />
              </td>
              <td>{Math.round((100 * late) / ended)}%</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
