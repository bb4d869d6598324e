import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { actions, type Action } from '../../domain/process.ts';
import { useFailureWords } from '../failure.tsx';
import { Problem } from '../http.ts';
import { momentInWords } from '../moment.ts';
import { useWords } from './words.ts';

interface Last {
  type: string;
  actorName: string | null;
  at: string;
}

/** Why an act was not taken, and what somebody else did meanwhile; brought into view where it appears. */
export function WhatHappened({ error }: { error: Error }) {
  const w = useWords();
  const why = useFailureWords();
  const { i18n } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'center' });
  }, [error]);
  const last = error instanceof Problem ? (error.details['last'] as Last | undefined) : undefined;
  const rule = last && last.type in actions ? actions[last.type as Action] : null;
  const what = rule ? (i18n.language === 'en' ? rule.en : rule.zh) : (last?.type ?? '');
  return (
    <div ref={place}>
      <Alert
        type="error"
        showIcon
        role="alert"
        className="failure"
        title={why(error)}
        description={last && w('happened', { at: momentInWords(last.at), who: last.actorName ?? '', what })}
      />
    </div>
  );
}
