import { Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Action } from '../../domain/process.ts';
import { Failure } from '../failure.tsx';
import { Problem } from '../http.ts';
import { Loading } from '../loading.tsx';
import { CaseOrder } from '../orders/case-order.tsx';
import { Piece } from '../piece.tsx';
import { readLater } from '../read-later.ts';
import { Acts } from './acts.tsx';
import { CaseContent } from './case-content.tsx';
import { CaseDeadlines } from './case-deadlines.tsx';
import { CaseHistory } from './case-history.tsx';
import { CaseStanding } from './case-standing.tsx';
import { SentBack } from './sent-back.tsx';
import { useCase } from './use-case.ts';

const OpinionsTab = readLater(async () => (await import('../review/opinions-tab.tsx')).OpinionsTab);
const EvidenceFiles = readLater(async () => (await import('../evidence/evidence-files.tsx')).EvidenceFiles);
/** Who signs or answers an opinion has it in full in view. */
const onOpinions: Action[] = ['approveOpinion', 'adoptOpinion', 'approveAsLeader', 'conveneMeeting', 'recordMeeting'];

/** One case: where it stands, whose move it is, what it is about, what happened, and what I may do. */
export function CasePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const found = useCase(id);
  // Chosen when the case is opened: what one reads does not move away with the act that one takes.
  const [first, begin] = useState({ id: '', tab: 'content' });
  if (found.data && first.id !== id) begin({ id, tab: firstTab(found.data) });
  if (found.isPending) return <Loading />;
  if (found.error instanceof Problem && found.error.status === 404)
    return (
      <p className="empty">
        {t('case.missing')} <Link to="/work">{t('failure.home')}</Link>
      </p>
    );
  const failure = found.error && <Failure error={found.error} again={() => void found.refetch()} />;
  // What was read stays, and what is being typed or sent, when it cannot be read again.
  if (!found.data) return failure;
  const one = found.data;
  return (
    <article className="case">
      {failure}
      <CaseStanding one={one} />
      <SentBack one={one} />
      {one.supervision && <CaseOrder order={one.supervision} />}
      <div className="columns">
        <Tabs
          activeKey={search.get('tab') ?? first.tab}
          onChange={(tab) => {
            const next = new URLSearchParams(search);
            next.set('tab', tab);
            setSearch(next, { replace: true });
          }}
          items={[
            { key: 'content', label: t('case.tabs.content'), children: <CaseContent one={one} /> },
            {
              key: 'evidence',
              label: `${t('case.tabs.evidence')} ${one.evidence.length || ''}`,
              children: (
                <Piece>
                  <EvidenceFiles one={one} />
                </Piece>
              ),
            },
            {
              key: 'opinions',
              label: t('case.tabs.opinions'),
              children: (
                <Piece>
                  <OpinionsTab one={one} />
                </Piece>
              ),
            },
            { key: 'deadlines', label: t('case.tabs.deadlines'), children: <CaseDeadlines one={one} /> },
            { key: 'history', label: t('case.tabs.history'), children: <CaseHistory one={one} /> },
          ]}
        />
        <Acts one={one} />
      </div>
    </article>
  );
}

function firstTab({ allowedActions }: CaseAnswer): string {
  return allowedActions.some(({ action }) => onOpinions.includes(action)) ? 'opinions' : 'content';
}
