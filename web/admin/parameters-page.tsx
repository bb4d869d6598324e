import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ParametersAnswer } from '../../api/schemas/parameters.ts';
import { limitKeys } from '../../domain/deadline-names.ts';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';
import { budgetInWords, limitInWords } from './limit-words.ts';
import { PackForm } from './pack-form.tsx';
import { usePackWords } from './pack-words.ts';
import { useMay } from './use-areas.ts';
import { useWords } from './words.ts';

/** Packs of parameters (参数包): the one in force, those to come, and a new one with its effects before it is applied. */
export function ParametersPage() {
  const w = usePackWords();
  const title = useWords()('parameters');
  const may = useMay('parameters');
  const found = useQuery({
    queryKey: ['parameters'],
    queryFn: ({ signal }) => get<ParametersAnswer>('/api/v1/parameters', signal),
  });
  if (found.isPending) return <Loading />;
  if (!found.data) return <Failure error={found.error} again={() => void found.refetch()} />;
  const { packs, defaults } = found.data;
  const current = packs.findIndex(({ inForce }) => inForce);
  return (
    <>
      <h1>{title}</h1>
      <p className="hint">{current < 0 ? w('noPack') : w('inForce', { day: packs[current]!.effectiveFrom })}</p>
      {packs.map((pack, n) => (
        <details key={pack.effectiveFrom} open={n === current} className="pack">
          <summary>
            <strong>{w('since', { day: pack.effectiveFrom })}</strong>{' '}
            {w(n === current ? 'current' : n > current ? 'coming' : 'past')}
          </summary>
          <Pack pack={pack} defaults={defaults} />
        </details>
      ))}
      {may && <PackForm defaults={defaults} base={packs.at(-1)} />}
    </>
  );
}

type Pack = ParametersAnswer['packs'][number];

function Pack({ pack, defaults }: { pack: Pack; defaults: ParametersAnswer['defaults'] }) {
  const w = usePackWords();
  const english = useTranslation().i18n.language === 'en';
  const every = { ...defaults.ladder, ...pack.ladder['every'] };
  const ladderIs = ({ halfWay, oneDayBefore, plus2, plus5 }: typeof every) =>
    w('ladderIs', { half: w(halfWay ? 'on' : 'off'), before: oneDayBefore, plus2, plus5 });
  const relaxed = Object.entries(pack.relaxations) as ['pooledReviewers', { ground?: string; agencies?: string[] }][];
  return (
    <>
      <dl className="limits">
        {limitKeys.map((key) => {
          const own = pack.limits[key] ?? defaults.limits[key];
          const usual = defaults.limits[key];
          const differs = own?.value !== usual?.value || own?.unit !== usual?.unit;
          return (
            own && (
              <div key={key} className={differs ? 'own' : undefined}>
                <dt>{limitInWords(key, english)}</dt>
                <dd>{budgetInWords(own, english)}</dd>
              </div>
            )
          );
        })}
      </dl>
      <p>
        {w('ladder')}：{ladderIs(every)}
      </p>
      {Object.entries(pack.ladder).map(
        ([key, own]) =>
          key !== 'every' && (
            <p key={key}>{w('ownIs', { limit: limitInWords(key, english), ladder: ladderIs({ ...every, ...own }) })}</p>
          ),
      )}
      {relaxed.map(([name, { ground, agencies = [] }]) => (
        <p key={name}>
          {w(name)} {agencies.join('、')} · {ground}
        </p>
      ))}
    </>
  );
}
