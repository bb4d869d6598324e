import { z } from 'zod';
import { object, rule, type InputRules } from '../input-rule.ts';
import { asCode, maybeCode, day, lines, particular, personId, persons, plainNames, text } from '../values.ts';

const handOver = { from: personId.optional(), to: personId.optional(), reason: text().optional() };

/** Pausing, handing over, urging, supervision: acts beside the way of the case. */
export const oversightInputs: InputRules = {
  suspend: rule(
    object({
      ground: maybeCode.optional(),
      reason: text().optional(),
      expectedUntil: day.optional(),
      notified: lines.optional(),
    }),
    ({ ground, expectedUntil }) => ({ ground: asCode(ground), until: expectedUntil }),
  ),
  resume: rule(object({ reason: text().optional(), attached: lines.optional() })),
  extendOverall: rule(object({ basis: text(2_000).optional(), reason: text().optional() })),
  reassign: rule(object(handOver), ({ from, to }) => ({ from, to })),
  delegate: rule(object({ ...handOver, until: day.optional() }), ({ from, to, until }) => ({ from, to, until })),
  addReviewer: rule(object({ to: personId.optional(), reason: text().optional() }), ({ to }) => ({ to })),
  recuse: rule(
    object({ person: personId.optional(), reason: text().optional(), decidedBy: personId.optional() }),
    ({ person, decidedBy }) => ({ person, decidedBy }),
  ),
  urge: rule(object({ text: text().optional() })),
  comment: rule(object({ text: text().optional() })),
  copyTo: rule(object({ to: persons.optional() }), ({ to }) => ({ copiedTo: to })),
  openSupervision: rule(object({ reason: text().optional(), requires: text().optional() })),
  replySupervision: rule(object({ reply: text().optional() })),
  returnSupervision: rule(object({ reason: text().optional(), requires: text().optional() })),
  closeSupervision: rule(object({ conclusion: text().optional() })),
};

/** Refused whatever it holds, yet kept with its refusal, so it must be what the database can keep. */
export const refusedToAll = rule(z.object({}).catchall(particular).superRefine(plainNames));
