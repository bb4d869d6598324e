import { Connection } from '@temporalio/client';

const deadlineMs = 5_000;

/** temporal.api.enums.v1.IndexedValueType */
const valueTypes = { Text: 1, Keyword: 2, Int: 3, Double: 4, Bool: 5, Datetime: 6, KeywordList: 7 } as const;

/** @returns true when the server answers for this namespace; rejects otherwise. */
export function describeNamespace(address: string, namespace: string): Promise<true> {
  return withConnection<true>(address, async (connection) => {
    await connection.workflowService.describeNamespace({ namespace });
    return true;
  });
}

/**
 * Adds the search attributes that are missing on a server which somebody else runs.
 * @returns the names that were added
 */
export function addMissingSearchAttributes(
  address: string,
  namespace: string,
  wanted: Record<string, keyof typeof valueTypes>,
): Promise<string[]> {
  return withConnection(address, async (connection) => {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    const missing = Object.entries(wanted).filter(([name]) => !(name in (customAttributes ?? {})));
    if (missing.length > 0) {
      await connection.operatorService.addSearchAttributes({
        namespace,
        searchAttributes: Object.fromEntries(missing.map(([name, type]) => [name, valueTypes[type]])),
      });
    }
    return missing.map(([name]) => name);
  });
}

async function withConnection<T>(address: string, use: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address, connectTimeout: deadlineMs });
  try {
    return await connection.withDeadline(Date.now() + deadlineMs, () => use(connection));
  } finally {
    await connection.close();
  }
}
