import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from './http.ts';

/** What went wrong, as a sentence in its place, with what to do next. */
export function Failure({ error, again }: { error: Error; again?: () => void }) {
  const { t } = useTranslation();
  const retry = again && <Button onClick={again}>{t('failure.again')}</Button>;
  return <Alert type="error" showIcon title={useFailureWords()(error)} action={retry} className="failure" />;
}

/** The sentence for an error, in the language that is read. */
export function useFailureWords(): (error: Error) => string {
  const { t, i18n } = useTranslation();
  return (error) => {
    if (error instanceof Problem) return i18n.language === 'en' ? error.en : error.zh;
    return error instanceof Unreachable ? t('failure.unreachable') : error.message;
  };
}
