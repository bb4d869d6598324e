import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { actions, type Action } from '../domain/process.ts';
import { Problem, Unreachable } from './http.ts';
import { momentInWords } from './moment.ts';

/** What went wrong, as a sentence in its place, with what to do next. */
export function Failure({ error, again }: { error: Error; again?: () => void }) {
  const { t } = useTranslation();
  const retry = again && <Button onClick={again}>{t('failure.again')}</Button>;
  const more = <More error={error} />;
  return (
    <Alert
      type="error"
      showIcon
      title={useFailureWords()(error)}
      description={error instanceof Problem && isTold(error) ? more : undefined}
      action={retry}
      className="failure"
    />
  );
}

/** The sentence for an error, in the language that is read. */
export function useFailureWords(): (error: Error) => string {
  const { t, i18n } = useTranslation();
  return (error) => {
    if (error instanceof Problem && issuesIn(error).length > 0) return t('failure.invalid');
    if (error instanceof Problem) return i18n.language === 'en' ? error.en : error.zh;
    return error instanceof Unreachable ? t('failure.unreachable') : error.message;
  };
}

interface Issue {
  path: string;
  message: string;
  messageEn: string;
}
interface Last {
  type: string;
  actorName: string | null;
  at: string;
}

function issuesIn({ details }: Problem): Issue[] {
  return Array.isArray(details['issues']) ? (details['issues'] as Issue[]) : [];
}

const lastIn = ({ details }: Problem) => (details['last'] ?? null) as Last | null;
const isTold = (error: Problem) => error.status === 401 || issuesIn(error).length > 0 || lastIn(error) !== null;

/** Which fields cannot stay as they are; who was faster with what, where somebody came too late; where to sign in again. */
function More({ error }: { error: Error }) {
  const { t, i18n } = useTranslation();
  if (!(error instanceof Problem)) return null;
  const english = i18n.language === 'en';
  const placeOf = (path: string) => {
    const [list, index] = path.split('.');
    const field = path.split('.').findLast((part) => i18n.exists(`fields.${part}`));
    const number = list === 'items' ? t('failure.item', { item: Number(index) + 1 }) : '';
    if (list === 'items' && field === 'note') return number + t('review.note');
    return number + (field ? t(`fields.${field}` as 'loading') : '');
  };
  const last = lastIn(error);
  const rule = last && (actions[last.type as Action] as (typeof actions)[Action] | undefined);
  if (error.status === 401) {
    const back = location.pathname + location.search;
    return <a href={`/sign-in?${new URLSearchParams({ back })}`}>{t('signIn.title')}</a>;
  }
  return (
    <>
      {issuesIn(error).map(({ path, message, messageEn }) => (
        <p key={path + message}>
          {placeOf(path)}：{english ? messageEn : message}
        </p>
      ))}
      {last && rule && (
        <p>
          {momentInWords(last.at)} {last.actorName} {english ? rule.en : rule.zh}
        </p>
      )}
    </>
  );
}
