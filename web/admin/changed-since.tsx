import { useTranslation } from 'react-i18next';
import type { ChangedSinceAnswer } from '../../api/schemas/administration-answers.ts';
import { Problem } from '../http.ts';
import { momentInWords } from '../moment.ts';
import { fieldInWords, kindInWords } from './field-words.ts';
import { useWords } from './words.ts';

type Command = ChangedSinceAnswer[number];

/** Where a confirmation was refused since something changed meanwhile: who changed what, and when. */
export function ChangedSince({ error }: { error: Error }) {
  const w = useWords();
  const commands = error instanceof Problem ? (error.details['changedSince'] as Command[] | undefined) : undefined;
  if (!commands) return null;
  if (commands.length === 0) return <p>{w('changedElsewhere')}</p>;
  return (
    <>
      <p>{w('changedSince')}</p>
      <ul className="changed-since">
        {commands.map((command) => (
          <li key={command.at + command.records[0]?.id}>
            <Changed command={command} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Changed({ command: { at, person, personName, records, count } }: { command: Command }) {
  const w = useWords();
  const english = useTranslation().i18n.language === 'en';
  const said = records.map(({ kind, id, name, what, fields }) => {
    const which = `${w(what === 'added' ? 'added' : 'changed')} ${kindInWords(kind, english)} ${name ?? id}`;
    const named = fields.map((field) => fieldInWords(field, english)).join(english ? ', ' : '、');
    return which + (named && w('fieldsChanged', { fields: named }));
  });
  return (
    <>
      <time dateTime={at}>{momentInWords(at)}</time> {personName ?? person}
      {english ? ': ' : '：'}
      {said.join(english ? '; ' : '；')}
      {count > records.length && ` ${w('andMore', { n: count - records.length })}`}
    </>
  );
}
