import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotRead } from './read-later.ts';

/** Says that something could not be read or shown, and what to do. Nothing is read anew by itself: it might fail for ever. */
export function NotShown({ error, whole }: { error: unknown; whole: boolean }) {
  const { t } = useTranslation();
  const [unreachable, say] = useState(false);
  const kind = error instanceof NotRead ? 'unread' : 'broken';
  const what = t(`failure.${kind}.what`);
  async function readAgain() {
    say(false);
    // Without an answer the browser would put a page of its own in the place of this one.
    if (await isAnswered()) location.reload();
    else say(true);
  }
  return (
    <Alert
      type="error"
      showIcon
      className="failure"
      title={whole ? <h1>{what}</h1> : what}
      description={
        <>
          <p>{t(`failure.${kind}.next`)}</p>
          {unreachable && <p role="status">{t('failure.stillUnreachable')}</p>}
        </>
      }
      action={
        <Button type="primary" onClick={() => void readAgain()}>
          {t('failure.readAgain')}
        </Button>
      }
    />
  );
}

async function isAnswered(): Promise<boolean> {
  try {
    return (await fetch(location.href, { method: 'HEAD', cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
