import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { dayOfYearInWords } from '../moment.ts';

/** What everybody reads or is to read of the decision, field by field: whoever approves it has it in view. */
export function ToBePublished({ publication }: { publication: NonNullable<CaseAnswer['publication']> }) {
  const { t } = useTranslation();
  const { status, title, facts, fields, publicUntil } = publication;
  const saidBelow = ['title', 'CF_SY', 'CF_GSJZQ'];
  const rows = fields.filter(({ code, value }) => value !== null && !saidBelow.includes(code));
  return (
    <section>
      <h2>
        {t(`case.published.${status}`)} {title}
      </h2>
      <dl className="words">
        {rows.map(({ code, label, value }) => (
          <Row key={code} label={label} value={String(value)} />
        ))}
        {facts && <Row label={t('case.published.facts')} value={facts} />}
        {publicUntil && <Row label={t('case.published.until')} value={dayOfYearInWords(publicUntil)} />}
      </dl>
    </section>
  );
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
