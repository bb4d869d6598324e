import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

export const bare = defineUpdate<{ bytes: string }, [object]>('bare');

const { nothing } = proxyLocalActivities<{ nothing(n: number): Promise<object> }>({ startToCloseTimeout: '3 seconds' });

/** What surrounds the answer's text in JSON. */
const frame = JSON.stringify({ bytes: '' }).length;

/** The least that a case's workflow could be: updates, each with one empty local activity; `answered`: the bytes of each one's answer. */
export async function bareWorkflow(answered: number[]): Promise<void> {
  let done = 0;
  setHandler(bare, async () => {
    await nothing(done);
    done += 1;
    return { bytes: 'x'.repeat(answered[done - 1]! - frame) };
  });
  await condition(() => done >= answered.length);
}
