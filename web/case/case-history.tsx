import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { Words } from './words.tsx';

type Happened = CaseAnswer['history'][number];

/** What happened, the newest first, as people tell it: when, who, what, why; what the clock did stands in grey. */
export function CaseHistory({ one }: { one: CaseAnswer }) {
  return (
    <ol className="history">
      {one.history.toReversed().map((happened) => (
        <li key={happened.seq} className={happened.actor === 'system' ? 'by-clock' : ''}>
          <time dateTime={happened.at}>{inWords(happened.at)}</time>
          <div>
            <Sentence happened={happened} persons={one.persons} />
            <Words words={happened.words} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Sentence({ happened, persons }: { happened: Happened; persons: CaseAnswer['persons'] }) {
  const { i18n } = useTranslation();
  const { actorName, label, rung, told } = happened;
  const what = rung ? (i18n.language === 'en' ? rung.labelEn : rung.label) : label;
  const names = told?.map((id) => persons[id] ?? id).join('、');
  return (
    <p>
      <strong>
        {actorName} {what}
      </strong>
      {names && <small> → {names}</small>}
    </p>
  );
}

/** '11月18日 10:20' from a moment in +08:00. */
function inWords(at: string): string {
  return `${Number(at.slice(5, 7))}月${Number(at.slice(8, 10))}日 ${at.slice(11, 16)}`;
}
