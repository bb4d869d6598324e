import { actions, requirementLabels, stages, type Action, type Stage } from '../../domain/process.ts';
import { stageNames } from '../../domain/process-moves.ts';
import { fromInWords } from '../../domain/process-words.ts';
import { useTranslation } from 'react-i18next';
import { actsAnywhere, actsOf } from './drawn.ts';
import { limitIn, type Parameters } from './limits.ts';
import { actorNames, basisNames, holderNames } from './names.ts';
import { useLimitWords, useNamed } from './use-named.ts';
import { useWords } from './words.ts';

/** The same as the chart in words: each stage with whose move, until when, and what can be done, by whom, on which basis. */
export function ProcessList({ parameters }: { parameters: Parameters | undefined }) {
  const w = useWords();
  const named = useNamed();
  const limitWords = useLimitWords();
  return (
    <section className="process-list">
      <h2>{w('list')}</h2>
      {stageNames.map((stage) => {
        const { zh, en, holder } = stages[stage];
        const limit = limitIn(parameters, stage);
        const whose = named(holderNames(holder));
        const acts = actsOf(stage);
        return (
          <section key={stage} id={`stage-${stage}`} tabIndex={-1} aria-label={named([zh, en])}>
            <h3>
              {named([zh, en])}{' '}
              <small>{[whose, limit ? limitWords(limit) : w('noLimit')].filter(Boolean).join(' · ')}</small>
            </h3>
            {acts.length > 0 && <Acts acts={acts} />}
          </section>
        );
      })}
      <section aria-label={w('anywhere')}>
        <h3>{w('anywhere')}</h3>
        <Acts acts={actsAnywhere()} anywhere />
      </section>
    </section>
  );
}

function Acts({ acts, anywhere = false }: { acts: Action[]; anywhere?: boolean }) {
  const w = useWords();
  const named = useNamed();
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  const stageName = (stage: Stage) => named([stages[stage].zh, stages[stage].en]);
  const leadsTo = (action: Action) => {
    const { to } = actions[action];
    if (to === 'stays') return w('stays');
    return to === 'back' ? w('backTo') : to.map(stageName).join(english ? ', ' : '、');
  };
  // The conditions are worded in Chinese in the process table alone.
  const withRequirements = !english;
  return (
    <table className="cases">
      <thead>
        <tr>
          <th scope="col">{w('action')}</th>
          {anywhere && !english && <th scope="col">{w('from')}</th>}
          <th scope="col">{w('to')}</th>
          <th scope="col">{w('by')}</th>
          {withRequirements && <th scope="col">{w('requires')}</th>}
          <th scope="col">{w('basis')}</th>
        </tr>
      </thead>
      <tbody>
        {acts.map((action) => {
          const { zh, en, by, requires, basis } = actions[action];
          return (
            <tr key={action}>
              <td>{named([zh, en])}</td>
              {anywhere && !english && <td>{fromInWords(action)}</td>}
              <td>{leadsTo(action)}</td>
              <td>{named(actorNames(by))}</td>
              {withRequirements && <td>{requires.map((name) => requirementLabels[name]).join('；')}</td>}
              <td>{named(basisNames(basis))}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
