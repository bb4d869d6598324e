import { lost, lostAndDeliveredAgain, lostAndDoneAgain, lostAndTold } from './behind-its-back.ts';
import { requestFor, storyOf, upTo } from '../support/stories.ts';
import { anotherCalendar, awayAndBack } from './organisation-changes.ts';
import * as senders from './senders.ts';
import { sentOtherwise, type Sent } from './senders.ts';

/** Journeys in which something is refused, comes twice, has to wait or is cut into runs; all of them C01, moved by whole weeks. */
export function unusualJourneysIn(weeks: number): Record<string, Sent[]> {
  const { requests } = storyOf('C01', weeks);
  const { wrongNumberFirst, refusedEarlyFirst, whileItsRowIsLocked, refusedFiling, continuingAsNew } = senders;
  const until = (action: string, instead: Record<string, senders.Sender>) =>
    sentOtherwise(upTo(requests, action), instead);
  return {
    'refused-by-the-database': until('issueDecision', {
      approveOpinion: wrongNumberFirst,
      issueDecision: wrongNumberFirst,
    }),
    'refused-early': until('passFirstReview', { passFirstReview: refusedEarlyFirst }),
    'row-locked': until('passFirstReview', { submit: whileItsRowIsLocked, passFirstReview: whileItsRowIsLocked }),
    'filing-refused': until('register', { register: refusedFiling }),
    'continues-as-new': until('signOffSection', { register: continuingAsNew }),
  };
}

/** Journeys with the time of the requests (profile rehearsal): the case is looked at, or knows less than the database. */
export function virtualJourneys(): Record<string, Sent[]> {
  const { requests } = storyOf('C01');
  const { lookedAtFirst, twiceAtOnce } = senders;
  const review = { ...requestFor(requests, 'passFirstReview'), at: '2026-02-12T09:00:00+08:00' };
  const submitted = (submit: senders.Sender) => sentOtherwise(upTo(requests, 'submit'), { submit });
  return {
    'rehearsed-and-looked-at': sentOtherwise(requests, {
      passFirstReview: lookedAtFirst,
      approveAsLeader: lookedAtFirst,
      serve: lookedAtFirst,
    }),
    'two-at-once': sentOtherwise(upTo(requests, 'passFirstReview'), { passFirstReview: twiceAtOnce }),
    'lost-then-the-next-person': [...submitted(lost), review],
    'lost-then-delivered-again': [...submitted(lostAndDeliveredAgain), review],
    'lost-then-done-again': [...submitted(lostAndDoneAgain), review],
    'lost-then-told': [...submitted(lostAndTold), review],
    'lost-then-looked-at': [...submitted(lost), { ...review, instead: lookedAtFirst }],
    // The last one: it changes the calendar of all.
    'organisation-and-calendar-change': [
      ...upTo(requests, 'acceptForReview'),
      { ...review, action: 'change', instead: anotherCalendar },
      { ...review, action: 'change', instead: awayAndBack },
    ],
  };
}
