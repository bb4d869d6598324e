import { taskHolders } from '../holder.ts';
import { whoAnswered } from '../supervision.ts';
import { askedToReply } from '../told.ts';
import type { EffectOf } from './effect.ts';

/** 催办: whoever holds the task is told, while a case is suspended whoever goes back to it. */
export const urge: EffectOf = ({ state }) => ({ told: taskHolders(state) });

/** 督办: the agency has its time to reply from the day of the order, and anew when the reply is sent back. */
export const openSupervision: EffectOf = ({ command, now }) => ({
  asked: askedToReply(command.facts.duties),
  arms: [{ name: 'supervision', limit: 'supervisionReply', startedAt: now }],
});

export const returnSupervision: EffectOf = (context) => ({
  ...openSupervision(context),
  told: whoAnswered(context.state.supervision),
});

export const replySupervision: EffectOf = () => ({ stops: ['supervision'] });

export const closeSupervision: EffectOf = ({ state }) => ({ told: whoAnswered(state.supervision) });
