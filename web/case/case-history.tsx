import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { momentInWords } from '../moment.ts';
import { Words } from './words.tsx';

type Happened = CaseAnswer['history'][number];

/** What happened, the newest first, as people tell it: when, who, what, why; what the clock did stands in grey. */
export function CaseHistory({ one }: { one: CaseAnswer }) {
  return (
    <ol className="history">
      {one.history.toReversed().map((happened) => (
        <li key={happened.seq} className={happened.actor === 'system' ? 'by-clock' : ''}>
          <time dateTime={happened.at}>{momentInWords(happened.at)}</time>
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
  const english = i18n.language === 'en';
  const { actorName, label, rung, told, standIns = [], absent = [] } = happened;
  const what = rung ? (english ? rung.labelEn : rung.label) : label;
  const names = told?.map((id) => persons[id] ?? id).join('、');
  return (
    <p>
      <strong>
        {actorName} {what}
      </strong>
      {names && <small> → {names}</small>}
      {[...standIns, ...absent].map((said) => (
        <small key={said.zh}> {english ? said.en : said.zh}</small>
      ))}
    </p>
  );
}
