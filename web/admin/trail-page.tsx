import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TrailAnswer } from '../../api/schemas/administration-answers.ts';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import { momentOfYearInWords } from '../moment.ts';
import { TableHead } from '../table-head.tsx';
import { useAuditWords } from './audit-words.ts';
import { fieldInWords, kindInWords, valueInWords } from './field-words.ts';
import { usePages } from './use-pages.ts';
import { useWords } from './words.ts';

type Change = TrailAnswer['items'][number];

/** Who changed what, and when, latest first: what stood before struck through, what came instead underlined. */
export function TrailPage() {
  const w = useAuditWords();
  const title = useWords()('trail');
  const trail = usePages<TrailAnswer>('/api/v1/admin/changes');
  if (trail.isPending) return <Loading />;
  if (trail.error) return <Failure error={trail.error} again={() => void trail.refetch()} />;
  return (
    <>
      <h1>{title}</h1>
      <p className="hint">{w('readOnly')}</p>
      {trail.items.length === 0 && <p className="empty">{w('noChanges')}</p>}
      {trail.items.length > 0 && (
        <table className="cases changed">
          <TableHead names={['at', 'who', 'what', 'changes'] as const} say={w} />
          <tbody>
            {trail.items.map((one) => (
              <Row key={one.position} one={one} />
            ))}
          </tbody>
        </table>
      )}
      {trail.hasNextPage && <Button onClick={() => void trail.fetchNextPage()}>{w('more')}</Button>}
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
