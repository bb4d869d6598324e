import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HandOverAnswer } from '../../api/schemas/hand-over.ts';
import { useSaying } from '../admin/words.ts';
import { Due } from '../due.tsx';
import { useHandOverWords } from './words.ts';

interface Given {
  one: HandOverAnswer['cases'][number];
  colleagues: HandOverAnswer['colleagues'];
  chosen: string;
  choose: (to: string) => void;
  /** To whom all tasks were to go: of this one it is said why it does not. */
  wanted: string;
}

/** One task: to whom it is to go, whether that one may take it, and of the others why not. */
export function HandOverRow({ one, colleagues, chosen, choose, wanted }: Given) {
  const w = useHandOverWords();
  const say = useSaying();
  const english = useTranslation().i18n.language === 'en';
  const nameOf = (id: string) => colleagues.find((colleague) => colleague.id === id)?.name ?? id;
  const fitting = one.to.filter(({ why }) => !why);
  const others = one.to.filter(({ why }) => why);
  const notWanted = chosen ? undefined : others.find(({ person }) => person === wanted);
  const problem = one.to.find(({ person }) => person === chosen)?.why;
  return (
    <tr>
      <td>
        <Link to={`/cases/${one.id}`}>{one.title}</Link>
        <small>{[one.documentNo, one.partyName].filter(Boolean).join(' · ')}</small>
      </td>
      <td>
        <Due due={one.due} />
      </td>
      <td>{english ? one.stageNameEn : one.stageName}</td>
      <td>
        {!one.mayNot && (
          <select
            aria-label={`${w('columnTo')} · ${one.title}`}
            value={chosen}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">{w('notThis')}</option>
            {[...fitting, ...others].map(({ person, why }) => (
              <option key={person} value={person} disabled={why !== null}>
                {nameOf(person)}
                {why && ' ✕'}
              </option>
            ))}
          </select>
        )}
      </td>
      <td>
        {one.mayNot && <span className="late">{w('youMayNot', { why: say(one.mayNot) })}</span>}
        {chosen && !problem && <span className="pass">{w('may')}</span>}
        {notWanted?.why && <span>{w('wantedMayNot', { name: nameOf(wanted), why: say(notWanted.why) })}</span>}
        {problem && <span className="late">{w('mayNot', { why: say(problem) })}</span>}
        {!one.mayNot && others.length > 0 && (
          <details open={fitting.length === 0}>
            <summary>{fitting.length === 0 ? w('nobody') : w('whoNot', { n: others.length })}</summary>
            <ul>
              {others.map(({ person, why }) => (
                <li key={person}>
                  {nameOf(person)}：{why && say(why)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
    </tr>
  );
}
