import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { ReviewDeskAnswer } from '../../api/schemas/review-desk.ts';
import { measures } from '../../domain/process.ts';
import { dayInDocument } from '../moment.ts';
import { draftOf } from './drafted.tsx';
import type { WrittenOpinion } from './written-opinion.ts';
import './review.css';

interface Given {
  one: CaseAnswer;
  names: Pick<ReviewDeskAnswer, 'agencyName' | 'sectionName'> | undefined;
  written: WrittenOpinion;
  /** The content version that was reviewed. */
  version: number;
}

/** 法制审核意见书, as it reads on paper: the document is in Chinese whatever the language of the desk. */
export function OpinionDocument({ one, names, written, version }: Given) {
  const { t } = useTranslation('translation', { lng: 'zh' });
  const evidence = new Map(one.evidence.map(({ id, name }) => [id, name]));
  const party = (one.filed['party'] as { name?: string } | undefined)?.name;
  const head = [
    [t('document.case'), one.title],
    [t('document.party'), party],
    [t('document.section'), [names?.sectionName, one.handlers.map((id) => one.persons[id]).join('、')].filter(Boolean).join('　')], // prettier-ignore
    [t('document.proposed'), proposed(one, version, t('case.version', { version }))],
  ];
  return (
    <section className="opinion-document" tabIndex={0} lang="zh-CN" aria-label={t('document.title')}>
      <h2>
        {names?.agencyName && <small>{names.agencyName}</small>}
        {t('document.title')}
      </h2>
      <p className="number">{written.no ?? t('document.noNumber')}</p>
      <dl>
        {head.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <p>{t(one.category === 'penalty' ? 'document.basis' : 'document.basisOther')}</p>
      <h3>{t('document.items')}</h3>
      <ol>
        {written.items.map(({ key, item, result, basis, note, evidence: pointed }) => (
          <li key={key} value={item} className={result ?? 'open'}>
            {t(`review.questions.${key}`)}
            <strong>{result ? t(`review.results.${result}`) : t('document.unanswered')}</strong>
            {basis && <p>{t('document.itemBasis', { basis })}</p>}
            {note && <p>{note}</p>}
            {pointed.length > 0 && (
              <p>
                {t('document.evidence', { list: pointed.map((id) => `${id} ${evidence.get(id) ?? ''}`).join('；') })}
              </p>
            )}
          </li>
        ))}
      </ol>
      <Advice advice={written.advice} />
      <h3>{t('document.verdict')}</h3>
      <p>
        <strong className="verdict">
          {written.verdict ? t(`review.verdicts.${written.verdict}`) : t('document.noVerdict')}
        </strong>
      </p>
      {written.opinion && <p className="said">{written.opinion}</p>}
      {Object.values(written.relaxations).map(({ ground }) => (
        <p key={ground}>{t('document.relaxed', { ground })}</p>
      ))}
      <p className="signature">
        {t('document.reviewer', { name: written.reviewer })}　{written.givenAt && dayInDocument(written.givenAt)}
      </p>
      <p className="signature">
        {t('document.head', { name: written.signedBy ?? '　　　' })}
        {written.signedAt && `　${dayInDocument(written.signedAt)}`}
      </p>
    </section>
  );
}

function Advice({ advice }: Pick<WrittenOpinion, 'advice'>) {
  const { t } = useTranslation('translation', { lng: 'zh' });
  const answered = advice.filter(({ answeredAt }) => answeredAt);
  if (answered.length === 0) return null;
  return (
    <>
      <h3>{t('document.advice')}</h3>
      {answered.map(({ adviser, law, risk, socialImpact, askedAt }) => (
        <p key={askedAt} className="said">
          {adviser?.name}：{[law, risk, socialImpact].filter(Boolean).join('\n')}
        </p>
      ))}
    </>
  );
}

function proposed(one: CaseAnswer, version: number, versionName: string): string {
  const draft = draftOf(one, version);
  const named = (draft?.measures ?? []).map((measure) => measures[measure]).join('、');
  const text = typeof draft?.['text'] === 'string' ? draft['text'] : '';
  return `${text || named}（${versionName}）`;
}
