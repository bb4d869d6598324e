import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Round } from '../../api/schemas/rounds.ts';
import { Words } from '../case/words.tsx';
import { momentInWords } from '../moment.ts';
import { Drafted, draftOf } from './drafted.tsx';
import { Lines } from './lines.tsx';
import { filedLines, noticeLines } from './record-words.ts';
import { EvidencePointing, type Pointing } from './evidence-pointing.tsx';
import { materialOf, type Recorded } from './material.ts';
import './review.css';

interface Given {
  one: CaseAnswer;
  rounds: Round[];
  /** To which evidence an item points; without it evidence is only read. */
  pointing?: Pointing | undefined;
}

/** All that a reviewer or an adviser reads, one below the other; it scrolls by itself. */
export function MaterialView({ one, rounds, pointing }: Given) {
  const { t } = useTranslation();
  const material = materialOf(one);
  const current = rounds.find(({ round }) => round === one.round);
  const listed = (['notices', 'answers', 'hearings', 'supplements'] as const).filter((part) => material[part].length);
  return (
    <section className="material" aria-label={t('review.material')} tabIndex={0}>
      <nav aria-label={t('review.material')}>
        {(['draft', 'filed', 'evidence', ...listed] as const).map((part) => (
          <a key={part} href={`#material-${part}`}>
            {t(`review.parts.${part}`)}
            {part === 'evidence' && ` ${one.evidence.length}`}
          </a>
        ))}
      </nav>
      <section id="material-draft" className="paper">
        <Drafted one={one} change={current?.changed?.content ?? null} since={current?.changed?.since} />
      </section>
      <section id="material-filed" className="paper">
        <h2>{t('review.parts.filed')}</h2>
        <Lines lines={filedLines(one.filed, draftOf(one))} />
      </section>
      <section id="material-evidence">
        <EvidencePointing one={one} pointing={pointing} />
      </section>
      {listed.map((part) => (
        <section key={part} id={`material-${part}`} className="paper">
          <h2>{t(`review.parts.${part}`)}</h2>
          {material[part].map((recorded) => (
            <Record key={recorded.seq} one={one} recorded={recorded} isNotice={part === 'notices'} />
          ))}
        </section>
      ))}
    </section>
  );
}

function Record({ one, recorded, isNotice }: { one: CaseAnswer; recorded: Recorded; isNotice: boolean }) {
  const { t } = useTranslation();
  const { words } = recorded;
  return (
    <article className={recorded.isNew ? 'record new' : 'record'}>
      <p className="recorded">
        {momentInWords(recorded.at)} {recorded.by} {recorded.isNew && <ins>{t('review.isNew')}</ins>}
      </p>
      {isNotice ? (
        <Lines lines={noticeLines(words, (id) => one.persons[id] ?? '')} />
      ) : (
        <Words words={inWords(words, t)} />
      )}
    </article>
  );
}

/** What a party answered stands there as a code. */
function inWords({ kind, hearing, ...words }: Recorded['words'], t: TFunction): Recorded['words'] {
  const said = (name: string, code: unknown) => (typeof code === 'string' ? t(`review.${name}.${code}` as 'loading') : null); // prettier-ignore
  return { kind: said('answerKinds', kind), hearing: said('hearingClaims', hearing), ...words };
}
