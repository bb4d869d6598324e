import { renumbered, requestFor, requestsFor, storyOf, type Told } from '../support/stories.ts';

const { requests } = storyOf('C01');
const last = (action: string) => requestsFor(requests, action).at(-1)!;

/**
 * C01 told with other numbers to its archive, then amended and gone through once more until its new decision is up;
 * opinions and decisions take these serial numbers and the next.
 */
export function amendedStory({ opinion, decision }: { opinion: number; decision: number }): Told[] {
  const again = [
    ...renumbered([last('submit'), last('passFirstReview'), last('signOffSection'), last('acceptForReview')], {}),
    ...renumbered([last('giveOpinion'), last('approveOpinion'), last('approveAsLeader'), last('issueDecision')], {
      opinion: opinion + 1,
      decision: decision + 1,
    }),
    ...[last('serve'), last('preparePublication'), last('approvePublication'), last('publish')],
  ].map((told) => (told.body['contentVersion'] ? { ...told, body: { ...told.body, contentVersion: 2 } } : told));
  const draft = last('saveDraft');
  const acts: Omit<Told, 'at'>[] = [
    { person: 'xltyj-l1', action: 'amendDecision', body: { reason: '数额有误', source: '自行复核' } },
    { person: 'xltyj-p1', action: 'withdrawPublication', body: { reason: '决定已变更' } },
    { ...draft, body: { ...draft.body, version: 2 } },
    ...again,
  ];
  const end = Date.parse(requestFor(requests, 'archive').at);
  const later = acts.map((act, n): Told => ({ ...act, at: inShanghai(end + (n + 1) * 3_600_000) }));
  return [...renumbered(requests, { opinion, decision }), ...later];
}

function inShanghai(moment: number): string {
  return `${new Date(moment + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}
