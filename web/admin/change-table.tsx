import { useTranslation } from 'react-i18next';
import type { ImportAnswer } from '../../api/schemas/administration-answers.ts';
import { fieldInWords, kindInWords, valueInWords } from './field-words.ts';
import { useNames } from './use-names.ts';
import { useWords } from './words.ts';

const shown = 200;
const longest = 160;
/** Kinds of records that name people and sections by their ids. */
const named = ['agency', 'section', 'person', 'enforcementItem'];

/** What an import adds and changes, one record a row; of a changed one each field as it was and as it would be. */
export function ChangeTable({ changes }: Pick<ImportAnswer, 'changes'>) {
  const w = useWords();
  const english = useTranslation().i18n.language === 'en';
  const nameOf = useNames(changes.some(({ kind }) => named.includes(kind)));
  const inWords = (value: unknown) => {
    const said = valueInWords(value, english, nameOf) || w('none');
    return said.length > longest ? `${said.slice(0, longest)}…` : said;
  };
  return (
    <>
      <table className="cases changed">
        <tbody>
          {changes.slice(0, shown).map(({ kind, id, name: called, what, fields }) => (
            <tr key={`${kind} ${id}`}>
              <th scope="row">
                {w(what)} · {kindInWords(kind, english)} {called ?? id}
                {called && <small>{id}</small>}
              </th>
              <td>
                {Object.entries(fields).map(([name, { before, after }]) => (
                  <p key={name}>
                    {fieldInWords(name, english)}：{what === 'changed' && <del>{inWords(before)}</del>}{' '}
                    {what === 'changed' ? <ins>{inWords(after)}</ins> : inWords(after)}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > shown && <p className="hint">{w('andMore', { n: changes.length - shown })}</p>}
    </>
  );
}
