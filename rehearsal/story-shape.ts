import { z } from 'zod';

/** A moment as the stories write it, and as requests carry it: ISO 8601 in +08:00. */
const moment = z.iso.datetime({ offset: true }).endsWith('+08:00');
const day = z.iso.date();
const personId = z.string().min(1);
const input = z.record(z.string(), z.unknown());

const expectation = z.looseObject({
  stage: z.string(),
  round: z.int(),
  content: z.int(),
  pass: z.int().nullable(),
  holder: z.array(personId).optional(),
  due: day.optional(),
  overallDue: day.optional(),
  obligations: z.record(z.string(), z.string()).optional(),
  obligationsDue: z.record(z.string(), day).optional(),
});

const act = z.object({ at: moment, actor: personId, action: z.string().min(1), input });
const step = act.extend({ step: z.int().positive(), expect: expectation });

const evidence = z.looseObject({ id: z.string(), obtainedAt: moment, by: z.array(personId).min(1) });
const answer = z.looseObject({ kind: z.string(), at: moment.optional() });
const notice = z.looseObject({ servedAt: moment, servedBy: z.array(personId).min(1), answer: answer.optional() });
const hearing = z.looseObject({ heldAt: moment, chair: personId });
const rights = z.looseObject({
  notices: z.array(notice).default([]),
  hearing: hearing.nullable().default(null),
});
const proposedDecision = z.looseObject({ version: z.int().positive() });

const rung = z.object({ rung: z.string(), on: day, to: z.array(personId) });
const ladder = z.object({ stage: z.string(), entered: day, due: day, left: day, rungs: z.array(rung) });

export const caseShape = z.looseObject({
  id: z.string().min(1),
  title: z.string(),
  category: z.string(),
  field: z.string(),
  procedure: z.string(),
  agency: z.string(),
  section: z.string(),
  handlers: z.array(personId),
  facts: z.string(),
  evidence: z.array(evidence).default([]),
  proposedDecisions: z.array(proposedDecision).default([]),
  rights: rights.default({ notices: [], hearing: null }),
  major: z.boolean().optional(),
  majorBecause: z.array(z.string()).default([]),
  publicFacts: z.string().optional(),
  mustNotAppearInPublic: z.array(z.string()).default([]),
  publishedFields: z.record(z.string(), z.unknown()).nullish(),
  finalStage: z.string().optional(),
  expectedStuck: z.object({ from: day, to: day, because: z.string() }).nullish(),
  expectedLadder: ladder.nullish(),
  lateSteps: z.array(z.object({ step: z.int().positive(), stage: z.string(), due: day, left: day })).nullish(),
  story: z.array(step).min(1),
});

const overrides = {
  replacePersons: z.record(z.string(), personId).optional(),
  peopleOverride: z.record(z.string(), input).optional(),
  caseOverride: input.optional(),
  rightsOverride: input.optional(),
};
const given = z.looseObject({
  case: z.string(),
  afterStep: z.int().min(0),
  stage: z.string().nullish(),
  thenDo: z.array(act).default([]),
  ...overrides,
});

export const illegalShape = z.looseObject({
  id: z.string().min(1),
  given,
  attempt: act,
  refusedBecause: z.string(),
  lawfulInstead: act.nullish(),
});

const section = z.looseObject({ id: z.string(), firstReviewer: z.string().nullish(), head: z.string().nullish() });
export const organisationShape = z.looseObject({
  agencies: z
    .array(
      z.looseObject({
        id: z.string(),
        overseenBy: z.string().nullish(),
        legalReviewers: z.array(personId).default([]),
        sections: z.array(section).default([]),
      }),
    )
    .min(1),
  people: z.array(z.looseObject({ id: personId, agency: z.string(), roles: z.array(z.string()).default([]) })).min(1),
});
export const casesShape = z.looseObject({ cases: z.array(caseShape), illegal: z.array(illegalShape).default([]) });

const listed = z.array(z.looseObject({ id: z.string(), agency: z.string() }));
export const catalogueShape = z.looseObject({ entries: listed.default([]) });
export const itemsShape = z.looseObject({ items: listed.default([]) });

export type Act = z.infer<typeof act>;
export type Step = z.infer<typeof step>;
export type Expectation = z.infer<typeof expectation>;
export type Evidence = z.infer<typeof evidence>;
export type Notice = z.infer<typeof notice>;
export type Hearing = z.infer<typeof hearing>;
export type StoryCase = z.infer<typeof caseShape>;
export type IllegalEntry = z.infer<typeof illegalShape>;
export type Organisation = z.infer<typeof organisationShape>;
