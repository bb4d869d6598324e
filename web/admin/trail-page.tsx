import { useTranslation } from 'react-i18next';
import type { TrailAnswer } from '../../api/schemas/administration-answers.ts';
import { momentOfYearInWords } from '../moment.ts';
import { useAuditWords } from './audit-words.ts';
import { fieldInWords, kindInWords, valueInWords } from './field-words.ts';
import { PagedList } from './paged-list.tsx';
import { useWords } from './words.ts';

type Change = TrailAnswer['items'][number];

/** Who changed what, and when, latest first: what stood before struck through, what came instead underlined. */
export function TrailPage() {
  const w = useAuditWords();
  return (
    <>
      <h1>{useWords()('trail')}</h1>
      <p className="hint">{w('readOnly')}</p>
      <PagedList<Change>
        path="/api/v1/admin/changes"
        heads={['at', 'who', 'what', 'changes']}
        none="noChanges"
        className="changed"
        row={(one) => <Row key={one.position} one={one} />}
      />
    </>
  );
}

function Row({ one }: { one: Change }) {
  const w = useWords();
  const english = useTranslation().i18n.language === 'en';
  const [before, after] = [(one.before ?? {}) as Record<string, unknown>, (one.after ?? {}) as Record<string, unknown>];
  const names = Object.keys(after).filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null)); // prettier-ignore
  const said = (value: unknown) => valueInWords(value, english) || w('none');
  return (
    <tr>
      <td>
        <time dateTime={one.at}>{momentOfYearInWords(one.at)}</time>
      </td>
      <td>{one.personName ?? one.person}</td>
      <th scope="row">
        {w(one.what === 'added' ? 'added' : 'changed')} · {kindInWords(one.kind, english)} {one.name ?? one.id}
      </th>
      <td>
        {one.what === 'changed' &&
          names.map((name) => (
            <p key={name}>
              {fieldInWords(name, english)}：<del>{said(before[name])}</del> <ins>{said(after[name])}</ins>
            </p>
          ))}
      </td>
    </tr>
  );
}
