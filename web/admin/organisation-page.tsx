import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import { ImportPanel } from './import-panel.tsx';
import { RecordTable } from './record-table.tsx';
import { useOrganisation } from './use-organisation.ts';
import { useWords } from './words.ts';

const example = '{"agencies": [{"id": "…", "sections": [{"id": "…", "name": "…", "kind": "enforcement"}]}]}';

/** The agency: who holds which duty in it and in each section; changed by an import. */
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
      <RecordTable
        heads={[w('section'), w('firstReviewer'), w('head'), w('leaderInCharge')]}
        rows={sections.map((one) => [`${one.name}（${one.id}）`, one.firstReviewer, one.head, one.leaderInCharge])}
      />
      <ImportPanel kind="organisation" list="agencies" example={example} />
    </>
  );
}
