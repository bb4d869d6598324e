import type { z } from 'zod';
import type { Millis } from '../../domain/state.ts';
import type { Database } from '../../prisma/client.ts';
import { regionsAbove, sectionsOf } from '../../prisma/oversight/scope.ts';
import type { Reader } from '../policy.ts';
import type { placesAnswer } from '../schemas/oversight.ts';
import { idsOf, lookOver } from './looking.ts';

/** What somebody's lists can be narrowed to: the regions of the agencies looked over with all above them, agencies, sections. */
export function places(database: Database, { reader, now }: { reader: Reader; now: Millis }) {
  return lookOver(database, { reader, now, within: {} }, async (looking): Promise<z.output<typeof placesAnswer>> => {
    const { agencies, transaction } = looking;
    return {
      regions: await regionsAbove(transaction, [...new Set(agencies.map(({ region }) => region))]),
      agencies: agencies.map(({ id, name, region }) => ({ id, name, region })),
      sections: await sectionsOf(transaction, idsOf(looking)),
    };
  });
}
