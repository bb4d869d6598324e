import { checkSystem } from '../../check/check-system.ts';
import { openWorkflows } from '../../check/temporal-workflows.ts';

export interface Breach {
  /** The invariant that is broken, or that was not looked at. */
  name: string;
  where: string;
  what: string;
}

/** Where a system keeps its evidence that was given no files: any that it has on record is missing there. */
const noFiles = '/nowhere/evidence';

/** What the checker finds of a database and the workflows in this namespace; an invariant that was not looked at is one as well. */
export async function breachesOf(
  ownerUrl: string,
  address: string,
  { namespace = 'default', evidence = noFiles }: { namespace?: string; evidence?: string } = {},
): Promise<Breach[]> {
  const workflows = await openWorkflows(address, namespace);
  try {
    const { results } = await checkSystem(ownerUrl, { workflows, evidence });
    return results.flatMap(({ name, checked, first }) => [
      ...(checked ? [] : [{ name, where: 'all', what: 'was not checked' }]),
      ...first.map(({ where, what }) => ({ name, where, what })),
    ]);
  } finally {
    await workflows?.close();
  }
}
