import { condition } from '@temporalio/workflow';

/** One command of a case at a time: decide, record and apply are never interleaved with another's. */
export function createLock(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let held = false;
  return async (work) => {
    while (held) await condition(() => !held);
    held = true;
    try {
      return await work();
    } finally {
      held = false;
    }
  };
}
