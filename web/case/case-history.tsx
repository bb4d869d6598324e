import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { actions, stages, systemEvents, type Action, type SystemEvent } from '../../domain/process.ts';
import { momentInWords } from '../moment.ts';
import { recordText, useRecordWords } from './field-words.ts';
import { gistOf, toldHistory, type Happened, type Told } from './happened.ts';
import { Words } from './words.tsx';

type Persons = CaseAnswer['persons'];

/** What happened, the newest first, as people tell it: when, who, what, why; what the clock did is folded, in grey. */
export function CaseHistory({ one }: { one: CaseAnswer }) {
  const { t } = useTranslation();
  const all = toldHistory(one.history);
  return (
    <ol className="history">
      {all.map((told, index) => {
        const first = told.kind === 'act' ? told.happened : told.all[0]!;
        const year = yearOf(told);
        return (
          <Fragment key={first.seq}>
            {(index === 0 || yearOf(all[index - 1]!) !== year) && <li className="year">{t('case.year', { year })}</li>}
            {told.kind === 'act' ? (
              <Act happened={told.happened} before={told.before} persons={one.persons} />
            ) : (
              <li className="by-clock">
                <details>
                  <summary>{t('case.clockDid', { count: told.all.length })}</summary>
                  <ul>
                    {told.all.map((happened) => (
                      <li key={happened.seq}>
                        <time dateTime={happened.at}>{momentInWords(happened.at)}</time>{' '}
                        <ByClock happened={happened} persons={one.persons} />
                      </li>
                    ))}
                  </ul>
                </details>
              </li>
            )}
          </Fragment>
        );
      })}
    </ol>
  );
}

/** Moments are said without their year: it stands above those that lie in it. */
function yearOf(told: Told): string {
  const last = told.kind === 'act' ? told.happened : told.all.at(-1)!;
  return last.at.slice(0, 4);
}

/** One after the other; what already ends as a sentence does is given no second stop. */
function sentences(said: string[], english: boolean): string {
  const stopped = said.slice(0, -1).map((one) => (/[。！？；.!?]$/.test(one) ? one : `${one}${english ? '.' : '。'}`));
  return [...stopped, ...said.slice(-1)].join(english ? ' ' : '');
}

function Act({ happened, before, persons }: { happened: Happened; before: Happened | undefined; persons: Persons }) {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const record = useRecordWords(persons);
  const { said, rest } = gistOf(happened.words);
  const what = said.map(([, value]) =>
    [value]
      .flat()
      .map((one) => recordText(one, record))
      .join(english ? '; ' : '；'),
  );
  const moved = before && before.stage !== happened.stage ? stages[happened.stage] : null;
  return (
    <li>
      <time dateTime={happened.at}>{momentInWords(happened.at)}</time>
      <div>
        <p>
          <strong>
            {happened.actorName} {english ? labelEn(happened) : happened.label}
            {typeof happened.words['version'] === 'number' &&
              `（${t('case.version', { version: happened.words['version'] })}）`}
          </strong>
          {what.length > 0 && `${english ? ': ' : '：'}${sentences(what, english)}`}
          {moved && <span className="moved"> → {english ? moved.en : moved.zh}</span>}
          {happened.pass !== 'unchanged' && (
            <span className={`pass ${happened.pass}`}> {t(`case.pass.${happened.pass}`)}</span>
          )}
        </p>
        <Rest words={rest} persons={persons} />
      </div>
    </li>
  );
}

/** What else was written with the act, unfolded where somebody wants it. */
function Rest({ words, persons }: { words: Record<string, unknown>; persons: Persons }) {
  const { t } = useTranslation();
  const record = useRecordWords(persons);
  if (!Object.keys(words).some((name) => record.hasName(name))) return null;
  return (
    <details>
      <summary>{t('case.inFull')}</summary>
      <Words words={words} persons={persons} />
    </details>
  );
}

function ByClock({ happened, persons }: { happened: Happened; persons: Persons }) {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  const { rung, told, standIns = [], absent = [], moved = [] } = happened;
  const names = told?.map((id) => persons[id] ?? '').filter(Boolean).join('、'); // prettier-ignore
  return (
    <>
      {english ? labelEn(happened) : happened.label}
      {rung && `（${english ? rung.labelEn : rung.label}）`}
      {names && ` → ${names}`}
      {[...standIns, ...absent].map((one) => ` ${english ? one.en : one.zh}`)}
      {moved.map((one) => ` ${english ? one.labelEn : one.label} ${one.from} → ${one.to}`)}
    </>
  );
}

function labelEn({ type, label }: Happened): string {
  return actions[type as Action]?.en ?? systemEvents[type as SystemEvent]?.en ?? label;
}
