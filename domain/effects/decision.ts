import type { EffectOf } from './effect.ts';

/** The meeting's result; every member who voted has decided. A postponed meeting leaves the case where it is. */
export const recordMeeting: EffectOf = ({ command }) => {
  const meeting = command.input.meeting;
  const result = meeting?.result ?? 'postponed';
  const voters = (meeting?.votes ?? []).map(({ person }) => person);
  const took = voters.map((person) => ({ person, as: 'decider' as const }));
  return { to: result === 'postponed' ? 'deliberation' : result, took: result === 'postponed' ? [] : took };
};

export const concludeCoordination: EffectOf = (context) => {
  const { state, command } = context;
  const to = command.input.target;
  if (to === 'legalReview') {
    const reviewer = state.review?.reviewer ?? null;
    return { to, round: state.round + 1, reviewer, holder: reviewer ? [reviewer] : [] };
  }
  return { to: to === 'terminated' ? 'terminated' : 'investigating' };
};

/** Amended content is reviewed again, without the overall limit; a publication that is up must come down. */
export const amendDecision: EffectOf = ({ state, now }) => ({
  to: 'investigating',
  pass: 'offRecord',
  stops: ['serve', 'publish'],
  arms: withdrawArm(state.publication?.status, now),
});

/** Annulled by another organ: closed without review. On our own motion: reviewed like an amendment. */
export const annulDecision: EffectOf = ({ state, command, now }) => ({
  to: command.input.redo === true ? 'investigating' : 'closing',
  pass: 'offRecord',
  stops: ['serve', 'publish'],
  arms: [
    ...withdrawArm(state.publication?.status, now),
    ...(command.input.redo === true ? [] : [{ name: 'stage', limit: 'closing', startedAt: now } as const]),
  ],
});

/** 行政处罚法 48, 85: within three working days. */
function withdrawArm(status: string | undefined, now: number) {
  return status === 'published' || status === 'exempt'
    ? [{ name: 'withdraw', limit: 'withdrawPublication', startedAt: now } as const]
    : [];
}
