import { randomUUID } from 'node:crypto';
import { readStoryFolder } from '../../rehearsal/story-folder.ts';
import { filingBody } from '../../rehearsal/filing-body.ts';
import type { Session } from '../../rehearsal/session.ts';

const [events, evidence] = [200, 50];

/** Files a demo case over HTTP and writes in it until it has 200 events, 50 of them evidence. */
export async function fullCase(
  url: string,
  person: string,
  session: Session,
): Promise<{ caseId: string; word: string }> {
  const one = readStoryFolder('demo').cases.find(({ id }) => id === 'C01')!;
  const word = '骊岚';
  const filing = filingBody(one, { handlers: [person, 'xltyj-h2'], documentNo: '兴应急立〔2026〕9号' });
  const { id } = await post('/api/v1/cases', { ...filing, title: `${word}公司未按规定培训案` });
  for (let n = 1; n < events; n += 1) {
    const record = { id: `B${n}`, kind: '书证', name: `第${n}份书证`, description: '复印件，与原件核对无异，加盖公章', from: '当事人提供' }; // prettier-ignore
    if (n <= evidence) await post(`/api/v1/cases/${id}/actions/addRecord`, record);
    else
      await post(`/api/v1/cases/${id}/actions/comment`, {
        text: `第${n}条批注：请补充说明培训档案的形成时间和保管情况。`,
      });
  }
  return { caseId: id, word };

  async function post(path: string, body: unknown): Promise<{ id: string }> {
    const headers = { cookie: session.cookie, 'content-type': 'application/json', 'X-CSRF-Token': session.csrfToken, 'Idempotency-Key': randomUUID() }; // prettier-ignore
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  }
}
