import type { Act, Evidence, Hearing, Notice, StoryCase } from './story-shape.ts';

type Body = Record<string, unknown>;

/** The body of a step: its input; with saveDraft also the words of that version, where the case has them. */
export function stepBody(one: StoryCase, act: Act): Body {
  if (act.action !== 'saveDraft') return act.input;
  const proposed = one.proposedDecisions.find((decision) => decision.version === act.input['version']);
  if (!proposed) return act.input;
  const { measures, amountYuan, confiscatedYuan, text, changes } = proposed;
  const { facts, statutoryBasis, discretion } = one;
  const draft = { measures, amountYuan, confiscatedYuan, text, facts, statutoryBasis, discretion, changes };
  return { ...act.input, draft: withoutNull(draft) };
}

export function addRecordBody(evidence: Evidence): Body {
  return pick(evidence, ['id', 'kind', 'name', 'description', 'obtainedAt', 'by', 'from']);
}

export function recordNoticeBody(notice: Notice): Body {
  return pick(notice, ['documentNo', 'kind', 'proposed', 'method', 'servedBy', 'hearingRight']);
}

/** That a hearing lapsed is worked out by the system and never sent. */
export function recordAnswerBody(notice: Notice): Body {
  const answer = pick(notice.answer ?? {}, ['kind', 'text', 'review', 'hearing']);
  if (answer['hearing'] === 'lapsed') delete answer['hearing'];
  return answer;
}

export function recordHearingBody(hearing: Hearing): Body {
  return pick(hearing, ['requestedAt', 'noticeServedAt', 'recorder', 'public', 'attended', 'report']);
}

function pick(from: Body, keys: string[]): Body {
  return withoutNull(Object.fromEntries(keys.map((key) => [key, from[key]])));
}

function withoutNull(body: Body): Body {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== undefined));
}
