import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { ContentChange } from '../../api/schemas/rounds.ts';
import type { Measure } from '../../domain/process.ts';
import { Differences } from '../differences.tsx';
import { Lines } from './lines.tsx';
import { draftLines } from './record-words.ts';

type Draft = Record<string, unknown> & { measures?: Measure[] };

/** The draft of a version of the case; the newest unless told. */
export function draftOf(one: CaseAnswer, version?: number): Draft | null {
  const found = version ? one.contentVersions.find((kept) => kept.version === version) : one.contentVersions.at(-1);
  return ((found?.words as { draft?: Draft } | undefined)?.draft ?? null) as Draft | null;
}

interface Given {
  one: CaseAnswer;
  change: ContentChange | null;
  since: number | undefined;
}

/** What is proposed; in a later round with all that changed since the round before, word by word. */
export function Drafted({ one, change, since }: Given) {
  const { t } = useTranslation();
  const newest = one.contentVersions.at(-1);
  if (!newest) return <p className="empty">{t('case.noContent')}</p>;
  const { version } = newest;
  const title = <h2>{t('review.draft', { version })}</h2>;
  if (change) {
    return (
      <>
        {title}
        <p className="hint">{t('review.changedSince', { round: since })}</p>
        <Changed change={change} />
      </>
    );
  }
  return (
    <>
      {title}
      {since !== undefined && <p className="hint">{t('review.sameContent', { round: since })}</p>}
      <Lines lines={draftLines(draftOf(one) ?? {})} />
    </>
  );
}

/** A version beside an earlier one, word by word: all of it, or `only` what changed. */
export function Changed({ change, only = false }: { change: ContentChange; only?: boolean }) {
  const { t } = useTranslation();
  const { measures: listed } = change;
  const labels = (of: { label: string }[], kind: 'same' | 'removed' | 'added') =>
    of.map(({ label }) => ({ kind, text: `${label} ` }));
  const runs = [...labels(listed.same, 'same'), ...labels(listed.removed, 'removed'), ...labels(listed.added, 'added')];
  const texts = { measures: runs, text: change.text, facts: change.facts, basis: change.basis, discretion: change.discretion }; // prettier-ignore
  const told = (Object.keys(texts) as (keyof typeof texts)[]).filter((name) => !only || texts[name].some(({ kind }) => kind !== 'same')); // prettier-ignore
  const amounts = (['amountYuan', 'confiscatedYuan'] as const).filter((name) => {
    const { from, to } = change[name];
    return from !== to || (!only && to > 0);
  });
  return (
    <dl className="words">
      {[...amounts, ...told].map((name) => (
        <div key={name}>
          <dt>{t(`fields.${name}`)}</dt>
          <dd>
            {name === 'amountYuan' || name === 'confiscatedYuan' ? (
              <Amount change={change[name]} />
            ) : (
              <Differences runs={texts[name]} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Amount({ change: { from, to } }: { change: { from: number; to: number } }) {
  const [before, after] = [from, to].map((yuan) => yuan.toLocaleString('zh-CN'));
  if (from === to) return <>{after}</>;
  return (
    <>
      <del>{before}</del> <ins>{after}</ins>
    </>
  );
}
