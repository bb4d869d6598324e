import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { stages } from '../../domain/process.ts';
import { usePerson } from '../session.tsx';
import { TableHead } from '../table-head.tsx';
import { rememberTour } from './seen.ts';
import { stops, toldStage, type StageTold } from './tour-stops.ts';
import './tour.css';

/** The process in six stops, for whoever never saw it: who, within how long, on which legal basis. Each stop has its address. */
export function TourPage() {
  const { t, i18n } = useTranslation();
  const { id } = usePerson();
  const [search] = useSearchParams();
  const at = Math.max(0, stops.findIndex(({ name }) => name === search.get('stop'))); // prettier-ignore
  const stop = stops[at]!;
  const [before, after] = [stops[at - 1], stops[at + 1]];
  const nameOf = (stage: keyof typeof stages) => (i18n.language === 'en' ? stages[stage].en : stages[stage].zh);
  useEffect(() => rememberTour(id), [id]);
  return (
    <article className="tour">
      <h1>{t('tour.title')}</h1>
      <ol className="stops">
        {stops.map(({ name, stages: own }, index) => (
          <li key={name} className={index === at ? 'now' : ''}>
            <Link to={`/tour?stop=${name}`} aria-current={index === at ? 'step' : undefined}>
              {t(`tour.stops.${name}.title`)}
            </Link>
            <small>{own.map(nameOf).join(' · ')}</small>
          </li>
        ))}
      </ol>
      <section aria-live="polite">
        <h2>
          {at + 1}. {t(`tour.stops.${stop.name}.title`)}
        </h2>
        <p className="told">{t(`tour.stops.${stop.name}.told`)}</p>
        <table>
          <TableHead names={['stage', 'who', 'within', 'next'] as const} say={(name) => t(`tour.columns.${name}`)} />
          <tbody>
            {stop.stages.map((stage) => (
              <StageRow key={stage} told={toldStage(stage)} />
            ))}
          </tbody>
        </table>
      </section>
      <p>
        <Link to="/process">{t('case.flow')}</Link>
      </p>
      <nav className="turn" aria-label={t('tour.title')}>
        {before ? <Link to={`/tour?stop=${before.name}`}>← {t(`tour.stops.${before.name}.title`)}</Link> : <span />}
        {after ? (
          <Link className="on" to={`/tour?stop=${after.name}`}>
            {t(`tour.stops.${after.name}.title`)} →
          </Link>
        ) : (
          <Link className="on" to="/work">
            {t('tour.toWork')} →
          </Link>
        )}
      </nav>
    </article>
  );
}

function StageRow({ told: { stage, holder, limit, acts } }: { told: StageTold }) {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  return (
    <tr>
      <th scope="row">{english ? stages[stage].en : stages[stage].zh}</th>
      <td>{t(`tour.holders.${holder}`)}</td>
      <td>{limit ? t(`tour.limit.${limit.unit}`, { count: limit.value }) : '—'}</td>
      <td>
        <ul>
          {acts.map(({ action, rule }) => (
            <li key={action}>
              {english ? rule.en : rule.zh} <small>{basisInWords(rule.basis, english)}</small>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

/** The process table names the three great laws by letters. */
function basisInWords(basis: string, english: boolean): string {
  if (english) return basis.replace('CFL', 'Administrative Penalty Law').replace('CQL', 'Administrative Coercion Law').replace('XKL', 'Administrative Licence Law'); // prettier-ignore
  return basis.replace('CFL ', '行政处罚法 ').replace('CQL', '行政强制法').replace('XKL ', '行政许可法 ');
}
