import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { actions, type Action } from '../../domain/process.ts';
import { usePerson } from '../session.tsx';
import { ActForm } from './act-form.tsx';
import { actForms, deskOf, fieldsOf, hasDesk } from './act-forms.ts';

/**
 * What I may do now: first what the case asks for, the first of it as the one primary button where it is mine to do, and what
 * else brings it on; then the rest; and why nothing else is possible.
 */
export function Acts({ one }: { one: CaseAnswer }) {
  const { t, i18n } = useTranslation();
  const person = usePerson();
  const { chosen, choose } = useChosenAct();
  const labelOf = (action: Action) => (i18n.language === 'en' ? actions[action].en : actions[action].zh);
  const whyOf = (zh: string, en: string) => (i18n.language === 'en' ? en : zh);
  const possible = one.allowedActions
    .map(({ action }) => action)
    .filter((action) => actForms[action] ?? hasDesk(action))
    .filter((action) => fitsOrder(action, one.supervision));
  const bringOn = possible.filter((action) => bringsOn(action, one)).sort((a, b) => rankIn(one, a) - rankIn(one, b)); // prettier-ignore
  const beside = possible.filter((action) => !bringsOn(action, one));
  const { notNow, others } = hindered(one);
  const mine = one.holder.includes(person.id) || ['fulfilment', 'closing'].includes(one.stage);
  const first = mine ? bringOn.find((action) => one.asked.includes(action)) : undefined;
  if (chosen)
    return <ChosenAct key={chosen} one={one} action={chosen} label={labelOf(chosen)} close={() => choose(null)} />;
  const offer = (action: Action) =>
    hasDesk(action) ? (
      <Link key={action} className={action === first ? 'act primary' : 'act'} to={deskOf(one.id ?? '', [action])}>
        {labelOf(action)}
      </Link>
    ) : (
      <Button key={action} type={action === first ? 'primary' : 'default'} block onClick={() => choose(action)}>
        {labelOf(action)}
      </Button>
    );
  return (
    <aside className="acts" aria-label={t('case.you')}>
      <h2>{t('case.you')}</h2>
      {possible.length === 0 && <p className="empty">{t('case.noActs')}</p>}
      {bringOn.map(offer)}
      {beside.length > 0 && (
        <details open={bringOn.length === 0}>
          <summary>{t('case.beside')}</summary>
          {beside.map(offer)}
        </details>
      )}
      {notNow.length > 0 && (
        <>
          <h2>{t('case.youCannot')}</h2>
          <ul className="not-now">
            {notNow.map(({ action, why, whyEn }) => (
              <li key={action}>{t('case.notNow', { label: labelOf(action), why: whyOf(why, whyEn) })}</li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{t('case.seeAll')}</summary>
        <ul>
          {others.map(({ action, why, whyEn }) => (
            <li key={action}>
              {labelOf(action)}：{whyOf(why, whyEn)}
            </li>
          ))}
        </ul>
      </details>
    </aside>
  );
}

/** The act that is being filled in stands in the address, so that links lead to it and going back closes it. */
function useChosenAct() {
  const [search, setSearch] = useSearchParams();
  const named = search.get('act');
  const chosen = (Object.keys(actForms) as Action[]).find((action) => action === named) ?? null;
  const choose = (action: Action | null) => {
    const next = new URLSearchParams(search);
    if (action) next.set('act', action);
    else next.delete('act');
    setSearch(next, { replace: action === null });
  };
  return { chosen, choose };
}

interface Chosen {
  one: CaseAnswer;
  action: Action;
  label: string;
  close: () => void;
}

/** The act that was chosen. It stays open when somebody else moves the case on: what was typed is not lost, and the answer says what happened. */
function ChosenAct({ one, action, label, close }: Chosen) {
  const { t, i18n } = useTranslation();
  const [hindered] = useState(() => one.otherActions.find((other) => other.action === action));
  return (
    <aside className="acts acting" aria-label={label}>
      {hindered ? (
        <>
          <h2>{label}</h2>
          <p>{t('case.cannot', { label, why: i18n.language === 'en' ? hindered.whyEn : hindered.why })}</p>
          <Button onClick={close} block>
            {t('case.act.cancel')}
          </Button>
        </>
      ) : (
        <ActForm one={one} action={action} label={label} fields={fieldsOf(action, one)} close={close} />
      )}
    </aside>
  );
}

/** Of an order what its standing allows: one is open at a time, and closed or sent back once it was replied to. */
function fitsOrder(action: Action, order: CaseAnswer['supervision']): boolean {
  if (action === 'openSupervision') return order === null;
  if (action === 'replySupervision') return order?.status === 'open' || order?.status === 'returned';
  if (action === 'returnSupervision' || action === 'closeSupervision') return order?.status === 'replied';
  return true;
}

/** What the case asks for comes first, in its order, then what has a desk of its own. */
function rankIn({ asked }: CaseAnswer, action: Action): number {
  if (asked.includes(action)) return asked.indexOf(action);
  return asked.length + (hasDesk(action) ? 0 : 1);
}

/** A draft keeps its stage, and so does telling the party and hearing it (行政处罚法 44, 45): nothing comes of a penalty without them. */
function bringsOn(action: Action, { asked, stage, category, history }: CaseAnswer): boolean {
  if (asked.includes(action) || actions[action].to !== 'stays' || action === 'saveDraft') return true;
  if (stage !== 'investigating' || category !== 'penalty') return false;
  const told = history.some(({ type }) => type === 'recordNotice');
  return action === 'recordNotice' || (action === 'recordAnswer' && told);
}

/** What would come next on the way and is not possible yet stands apart from the many acts that are of no concern now. */
function hindered({ otherActions, stage }: CaseAnswer) {
  const next: readonly Action[] = stage === 'investigating' ? ['submit', 'issueDecision'] : ['issueDecision'];
  const concerns = ({ action, code }: CaseAnswer['otherActions'][number]) =>
    next.includes(action) &&
    !['stage.final', 'role.missing', 'role.otherSection'].includes(code) &&
    code !== 'stage.wrongStage';
  return { notNow: otherActions.filter(concerns), others: otherActions.filter((one) => !concerns(one)) };
}
