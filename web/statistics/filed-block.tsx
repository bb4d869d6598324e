import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../../api/schemas/statistics.ts';
import { Figure, grouped, sumOf } from './figure.tsx';
import { monthsBetween, MonthsLine } from './months-line.tsx';

const outcomes = ['decided', 'terminated', 'transferred', 'inHand'] as const;

/** How many cases were filed, by month, category and section, and what became of them. */
export function FiledBlock({ counted }: { counted: StatisticsAnswer }) {
  const { t } = useTranslation();
  const { filed, from, to } = counted;
  const months = monthsBetween(from, to).map((month) => ({
    month,
    number: sumOf(filed.filter((row) => row.month === month), ({ cases }) => cases), // prettier-ignore
  }));
  const manyAgencies = new Set(filed.map(({ agency }) => agency)).size > 1;
  const tables = [
    { heading: t('statistics.category'), groups: grouped(filed, ({ categoryName }) => categoryName), of: ([row]: Rows) => ({ category: row!.category }) },
    {
      heading: t('statistics.section'),
      groups: grouped(filed, ({ agencyName, sectionName }) => (manyAgencies ? `${agencyName} · ${sectionName}` : sectionName)),
      of: ([row]: Rows) => ({ agency: row!.agency, section: row!.section }),
    },
  ]; // prettier-ignore
  return (
    <section>
      <h2>{t('statistics.filed', { count: sumOf(filed, ({ cases }) => cases) })}</h2>
      <MonthsLine
        label={t('statistics.filedByMonth')}
        months={months}
        linkOf={(month) => `/statistics/cases?of=filed&from=${month}&to=${month}`}
      />
      {tables.map(({ heading, groups, of }) => (
        <table key={heading}>
          <thead>
            <tr>
              <th scope="col">{heading}</th>
              {outcomes.map((outcome) => (
                <th key={outcome} scope="col">
                  {t(`statistics.outcomes.${outcome}`)}
                </th>
              ))}
              <th scope="col">{t('statistics.all')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(([name, rows]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {outcomes.map((outcome) => (
                  <td key={outcome}>
                    <Figure
                      counted={counted}
                      number={casesOf(rows.filter((row) => row.outcome === outcome))}
                      of={{ of: 'filed', outcome, ...of(rows) }}
                    />
                  </td>
                ))}
                <td>
                  <Figure counted={counted} number={casesOf(rows)} of={{ of: 'filed', ...of(rows) }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

type Rows = StatisticsAnswer['filed'];

function casesOf(rows: Rows): number {
  return sumOf(rows, ({ cases }) => cases);
}
