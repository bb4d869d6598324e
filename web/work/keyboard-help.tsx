import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isTyping } from '../cases/row-keys.ts';

const keys = ['j', 'k', 'Enter', 'a', 't', '/', '?', 'Esc'] as const;

/** What each key does, at the press of 「?」. */
export function KeyboardHelp() {
  const { t } = useTranslation();
  const dialogue = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== '?' || isTyping(event.target)) return;
      event.preventDefault();
      dialogue.current?.showModal();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  return (
    <dialog ref={dialogue} className="keyboard" aria-labelledby="keyboard-title">
      <h2 id="keyboard-title">{t('work.keyboard.title')}</h2>
      <dl>
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`work.keyboard.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => dialogue.current?.close()}>{t('work.keyboard.close')}</Button>
    </dialog>
  );
}
