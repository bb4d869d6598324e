import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Round } from '../../api/schemas/rounds.ts';
import { actions } from '../../domain/process.ts';
import { act, sentAs, stillOpen, type Sent } from '../act.ts';
import { Failure } from '../failure.tsx';
import { useKept } from '../kept.ts';
import { adviceParts } from '../review/advice-given.tsx';

interface Typed {
  law: string;
  risk: string;
  socialImpact: string;
  sent: Sent | null;
}

const blank: Typed = { law: '', risk: '', socialImpact: '', sent: null };

/** What is asked, and an answer on each of the three points; what is not answered yet is said. */
export function AdviceForm({ one, asked }: { one: CaseAnswer; asked: Round['advice'][number] }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [typed, change, forget] = useKept<Typed>(`advice.${one.id}.${asked.askedAt}`, () => blank);
  const [error, setError] = useState<Error | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const open = adviceParts.filter((part) => typed[part].trim() === '');
  const openInWords = open.map((part) => t(`fields.${part}`)).join('、');

  async function give(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (open.length > 0) return;
    const { sent: before, ...body } = typed;
    const sent = sentAs(body, before);
    change((kept) => ({ ...kept, sent }));
    setBusy(true);
    setError(null);
    try {
      await act(one.id ?? '', 'advise', sent);
      forget();
      await queries.invalidateQueries();
      await navigate('/advice');
    } catch (failed) {
      change((kept) => ({ ...kept, sent: stillOpen(failed, sent) }));
      setError(failed as Error);
      setBusy(false);
      void queries.invalidateQueries({ queryKey: ['case', one.id] });
    }
  }

  return (
    <form className="advice" onSubmit={(event) => void give(event)}>
      <h2>{t('advice.asks', { name: asked.askedBy.name })}</h2>
      <ol className="paper">
        {asked.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
      {adviceParts.map((part) => (
        <label key={part}>
          {t(`fields.${part}`)}
          <Input.TextArea
            name={part}
            rows={4}
            maxLength={50_000}
            value={typed[part]}
            onChange={(event) => change((kept) => ({ ...kept, [part]: event.target.value }))}
          />
        </label>
      ))}
      <footer className="desk-foot">
        <p className={tried && open.length > 0 ? 'lacking' : 'unanswered'} role={tried ? 'alert' : 'status'}>
          {open.length > 0 ? t('advice.open', { parts: openInWords }) : t('advice.complete')}
        </p>
        {error && <Failure error={error} />}
        <div className="buttons">
          <Button type="primary" htmlType="submit" loading={busy}>
            {i18n.language === 'en' ? actions.advise.en : actions.advise.zh}
          </Button>
          <small>{t('review.kept')}</small>
        </div>
      </footer>
    </form>
  );
}
