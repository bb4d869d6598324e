import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../../api/schemas/statistics.ts';
import { Figure, grouped, sumOf } from './figure.tsx';
import { monthsBetween, MonthsLine } from './months-line.tsx';

/** Signed opinions (审核意见) by verdict and month. */
export function OpinionsBlock({ counted }: { counted: StatisticsAnswer }) {
  const { t } = useTranslation();
  const { opinions, from, to } = counted;
  const all = sumOf(opinions, (row) => row.opinions);
  const months = monthsBetween(from, to).map((month) => ({
    month,
    number: sumOf(opinions.filter((row) => row.month === month), (row) => row.opinions), // prettier-ignore
  }));
  return (
    <section>
      <h2>{t('statistics.opinions', { count: all })}</h2>
      <MonthsLine
        label={t('statistics.opinionsByMonth')}
        months={months}
        linkOf={(month) => `/statistics/cases?of=opinions&from=${month}&to=${month}`}
      />
      <table>
        <thead>
          <tr>
            <th scope="col">{t('statistics.verdict')}</th>
            <th scope="col">{t('statistics.number')}</th>
            <th scope="col">{t('statistics.share')}</th>
          </tr>
        </thead>
        <tbody>
          {grouped(opinions, ({ verdict }) => verdict).map(([verdict, rows]) => {
            const number = sumOf(rows, (row) => row.opinions);
            return (
              <tr key={verdict}>
                <th scope="row">{t(`review.verdicts.${rows[0]!.verdict}`)}</th>
                <td>
                  <Figure counted={counted} number={number} of={{ of: 'opinions', verdict }} />
                </td>
                <td>{Math.round((100 * number) / all)}%</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
