import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../../api/schemas/statistics.ts';
import { Figure, sumOf } from './figure.tsx';

/** Which of the ten items fails most: bars as long as the number of opinions that answer it with no. */
export function ItemsBlock({ counted }: { counted: StatisticsAnswer }) {
  const { t } = useTranslation();
  const { items, opinions } = counted;
  const most = Math.max(1, ...items.map((row) => row.opinions));
  return (
    <section>
      <h2>{t('statistics.items')}</h2>
      {items.length === 0 && (
        <p className="empty">{t('statistics.noItems', { count: sumOf(opinions, (row) => row.opinions) })}</p>
      )}
      <table className="bars">
        <tbody>
          {items.map(({ item, opinions: number }) => (
            <tr key={item}>
              <th scope="row">{t(`review.questions.${item}`)}</th>
              <td>
                <Figure counted={counted} number={number} of={{ of: 'items', item }} />
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(100 * number) / most} height="8" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
