import { Link } from 'react-router';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import { BulkImport } from './bulk-import.tsx';
import { RecordTable } from './record-table.tsx';
import { useOrganisation } from './use-organisation.ts';
import { useWords } from './words.ts';

const example = '{"agencies": [{"id": "…", "sections": [{"id": "…", "name": "…", "kind": "enforcement"}]}]}';

/** The agency: who holds which duty in it and in each section, each changed by its form, many at once by an import. */
export function OrganisationPage() {
  const w = useWords();
  const found = useOrganisation();
  if (found.isPending) return <Loading />;
  if (!found.data) return <Failure error={found.error} again={() => void found.refetch()} />;
  const { agency, sections } = found.data;
  return (
    <>
      <h1>{agency.name}</h1>
      <dl className="words">
        {(
          [
            [w('legalHead'), agency.legalHead],
            [w('legalReviewers'), agency.legalReviewers.join('、')],
            [w('chair'), agency.chair],
            [w('members', { n: agency.quorum ?? 0 }), agency.members.join('、')],
          ] as const
        ).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || w('none')}</dd>
          </div>
        ))}
      </dl>
      <p className="new">
        <Link to="/admin/organisation/agency">{w('changeDuties')}</Link>
      </p>
      <h2>{w('section')}</h2>
      <p className="new">
        <Link to="/admin/organisation/sections/new">{w('newSection')}</Link>
      </p>
      <RecordTable
        heads={[w('section'), w('firstReviewer'), w('head'), w('leaderInCharge')]}
        rows={sections.map((one) => [
          <Link key={one.id} to={`/admin/organisation/sections/${one.id}`}>
            {one.name}
          </Link>,
          one.firstReviewer,
          one.head,
          one.leaderInCharge,
        ])}
      />
      <BulkImport kind="organisation" list="agencies" example={example} />
    </>
  );
}
