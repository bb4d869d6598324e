import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { actions, type Action } from '../../domain/process.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFailureWords } from '../failure.tsx';
import { Problem } from '../http.ts';
import { momentInWords } from '../moment.ts';
import { useWords } from './words.ts';

interface Last {
  type: string;
  actorName: string | null;
  at: string;
}

/** Why an act was not done, what happened meanwhile, and what to do. Everything typed stays. */
export function ActFailure({ error, fields, children }: { error: Error | null; fields: number; children?: ReactNode }) {
  const w = useWords();
  const why = useFailureWords();
  const { i18n } = useTranslation();
  if (!error) return null;
  const known = error instanceof Problem && error.status < 500;
  const last = known ? (error.details['last'] as Last | undefined) : undefined;
  const rule = last && last.type in actions ? actions[last.type as Action] : undefined;
  // All that was to be corrected says something else by now.
  if (known && error.code === 'input.invalid' && fields === 0) return null;
  const what = rule ? (i18n.language === 'en' ? rule.en : rule.zh) : (last?.type ?? '');
  const said = known && error.code === 'input.invalid' ? w('problems', { n: fields }) : known ? why(error) : w('unanswered'); // prettier-ignore
  return (
    <Alert
      type="error"
      showIcon
      className="failure"
      role="alert"
      title={said}
      description={
        (last || children) && (
          <>
            {last && <p>{w('happened', { at: momentInWords(last.at), who: last.actorName ?? '', what })}</p>}
            {children}
          </>
        )
      }
    />
  );
}

/** An attempt whose answer was lost had been done, without what was changed since. */
export function DoneBefore({ caseId, forget }: { caseId: string; forget?: () => void }) {
  const w = useWords();
  const discard = forget && (
    <Button size="small" onClick={forget}>
      {w('forget')}
    </Button>
  );
  return (
    <Alert
      type="info"
      showIcon
      className="failure"
      role="alert"
      title={w('doneBefore')}
      description={
        <p>
          <Link to={`/cases/${caseId}`}>{w('toCase')}</Link> {discard}
        </p>
      }
    />
  );
}
