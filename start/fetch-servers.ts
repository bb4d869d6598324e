// Before the tests: gets the servers that they need, so that a build of minutes shows its progress and counts for no test.
import { findTemporalServer } from './temporal-server.ts';
import { findTimeSkippingServer } from './time-skipping-server.ts';

try {
  await findTemporalServer(console.log);
} catch (error) {
  console.log((error as Error).message);
}
await findTimeSkippingServer(console.log);
