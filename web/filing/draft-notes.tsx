import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { refusalMessages, type RefusalCode } from '../../domain/refusal.ts';
import { momentInWords } from '../moment.ts';
import { useSaying, useWords } from './words.ts';

/** The case has moved on: what happened, and why it cannot be drafted now. What is typed stays. */
export function NotNow({ one }: { one: CaseAnswer }) {
  const w = useWords();
  const say = useSaying();
  if (one.allowedActions.some(({ action }) => action === 'saveDraft')) return null;
  const refused = one.otherActions.find(({ action }) => action === 'saveDraft');
  const why = refused ? say(refusalMessages[refused.code as RefusalCode]) : '';
  const last = one.history.findLast(({ actor }) => actor !== 'system');
  return (
    <Alert
      type="warning"
      showIcon
      className="failure"
      title={w('notNow', { why })}
      description={
        last && (
          <p>
            {w('happened', { at: momentInWords(last.at), who: last.actorName ?? '', what: last.label })}{' '}
            <Link to={`/cases/${one.id}`}>{w('toCase')}</Link>
          </p>
        )
      }
    />
  );
}

/** Somebody saved a version since this draft was begun: told who, shown the difference, and asked before going on. */
export function BaseNote({ one, base, goOn }: { one: CaseAnswer; base: number; goOn: () => void }) {
  const w = useWords();
  const newest = one.contentVersions.at(-1);
  if (!newest || newest.version <= base) return null;
  const who = one.persons[newest.createdBy] ?? '';
  const versions = new URLSearchParams({ from: String(Math.max(base, 1)), to: String(newest.version) });
  return (
    <Alert
      type="warning"
      showIcon
      className="failure"
      title={w('baseOld', { base, who, newest: newest.version })}
      description={
        <p>
          {base > 0 && (
            <Link to={`/cases/${one.id}/versions?${versions}`}>
              {w('seeDifference', { base, newest: newest.version })}
            </Link>
          )}{' '}
          <Button size="small" onClick={goOn}>
            {w('goOn', { newest: newest.version })}
          </Button>
        </p>
      }
    />
  );
}
