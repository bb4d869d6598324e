import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

export const bare = defineUpdate<{ bytes: string }, [{ bytes: string }]>('bare');

const { nothing } = proxyLocalActivities<{ nothing(bytes: string): Promise<{ bytes: string }> }>({
  startToCloseTimeout: '3 seconds',
});

/** The least that a case's workflow could be: updates, each with one empty local activity. */
export async function bareWorkflow(updates: number): Promise<void> {
  let done = 0;
  setHandler(bare, async ({ bytes }) => {
    const answer = await nothing(bytes);
    done += 1;
    return answer;
  });
  await condition(() => done >= updates);
}
