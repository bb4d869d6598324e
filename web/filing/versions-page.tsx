import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import type { VersionAnswer } from '../../api/schemas/rounds.ts';
import { useCase } from '../case/use-case.ts';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';
import { momentInWords } from '../moment.ts';
import './filing.css';
import { VersionChange } from './version-change.tsx';
import { useWords } from './words.ts';

/** Any two versions of a case's content beside each other, word by word; which two stands in the address. */
export function VersionsPage() {
  const w = useWords();
  const { id = '' } = useParams();
  const found = useCase(id);
  const title = found.data?.title;
  if (found.isPending) return <Loading />;
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  const versions = found.data.contentVersions.map(({ version }) => version);
  return (
    <article className="versions">
      <p className="over">
        <Link to={`/cases/${id}`}>{title}</Link>
      </p>
      <h1>{w('versions')}</h1>
      {versions.length < 2 && <p className="empty">{w(versions.length === 0 ? 'noneYet' : 'onlyOne')}</p>}
      {versions.length > 1 && <Compared id={id} versions={versions} />}
    </article>
  );
}

function Compared({ id, versions }: { id: string; versions: number[] }) {
  const w = useWords();
  const [search, setSearch] = useSearchParams();
  const chosen = (name: string, otherwise: number) => versions.find((version) => String(version) === search.get(name)) ?? otherwise; // prettier-ignore
  const [from, to] = [chosen('from', versions.at(-2)!), chosen('to', versions.at(-1)!)];
  const compared = useQuery({
    queryKey: ['versions', id, from, to],
    queryFn: ({ signal }) =>
      get<VersionAnswer>(`/api/v1/cases/${id}/content-versions/${to}?compareTo=${from}`, signal),
    // A version never changes.
    staleTime: Infinity,
  });
  const choose = (name: string, version: string) => setSearch({ from: String(from), to: String(to), [name]: version });
  return (
    <>
      <div className="filters">
        <Chooser label={w('older')} versions={versions} chosen={from} choose={(version) => choose('from', version)} />
        <Chooser label={w('newer')} versions={versions} chosen={to} choose={(version) => choose('to', version)} />
        <span className="hint">
          {w('legend')} <del>{w('removed')}</del> <ins>{w('added')}</ins>
        </span>
      </div>
      {compared.isPending && <Loading />}
      {compared.error && <Failure error={compared.error} again={() => void compared.refetch()} />}
      {compared.data && (
        <>
          <p className="hint">
            {w('versionBy', { n: to, who: compared.data.version.createdBy.name, at: momentInWords(compared.data.version.createdAt) })}
          </p>
          <VersionChange answer={compared.data} />
        </>
      )}
    </>
  );
} // prettier-ignore

interface Chosen {
  label: string;
  versions: number[];
  chosen: number;
  choose: (version: string) => void;
}

function Chooser({ label, versions, chosen, choose }: Chosen) {
  const w = useWords();
  return (
    <label>
      {label}{' '}
      <select className="pick" value={chosen} onChange={(event) => choose(event.target.value)}>
        {versions.map((version) => (
          <option key={version} value={version}>
            {w('version', { n: version })}
          </option>
        ))}
      </select>
    </label>
  );
}
