import { addRecordBody, recordAnswerBody, recordHearingBody, recordNoticeBody, stepBody } from './action-bodies.ts';
import { filingBody } from './filing-body.ts';
import { whoEnters } from './handlers-now.ts';
import type { Act } from './send-act.ts';
import type { Act as StoryAct } from './story-shape.ts';
import { casePath, type StoryState } from './story-state.ts';
import type { Item } from './timeline.ts';

/** Who sends what: the action, its actor and its body. */
export interface Request {
  action: string;
  person: string;
  body: Record<string, unknown>;
}

/** The request that plays an item, as the case stands. */
export function requestOf(item: Item, state: StoryState): Request {
  switch (item.kind) {
    case 'step':
      return requestOfAct(item.step, state);
    case 'evidence': {
      const { evidence } = item;
      const person = whoEnters(evidence.by, state.handlers) ?? evidence.by[0] ?? '';
      return { action: 'addRecord', person, body: addRecordBody(evidence) };
    }
    case 'notice':
      return { action: 'recordNotice', person: item.notice.servedBy[0] ?? '', body: recordNoticeBody(item.notice) };
    case 'answer':
      return { action: 'recordAnswer', person: item.notice.servedBy[0] ?? '', body: recordAnswerBody(item.notice) };
    case 'hearing':
      return { action: 'recordHearing', person: item.hearing.chair, body: recordHearingBody(item.hearing) };
  }
}

/** The request of a step, or of an act that no story has. */
export function requestOfAct(act: StoryAct, state: StoryState): Request {
  const { action, actor, input } = act;
  const body = action === 'register' ? filingBody(state.one, input) : stepBody(state.one, act);
  return { action, person: actor, body };
}

/** The same, ready to be sent. */
export function actOf({ action, person, body }: Request, at: string, state: StoryState): Act {
  if (action === 'register') return { person, path: '/api/v1/cases', body, at, known: null };
  const path = casePath(state);
  return { person, path: `${path}/actions/${action}`, body, at, known: { path, lastSeq: state.lastSeq } };
}
