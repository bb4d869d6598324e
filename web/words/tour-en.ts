import type { tourZh } from './tour-zh.ts';

/** The tour of the process. */
export const tourEn: typeof tourZh = {
  title: 'How a case is handled',
  nav: 'Tour',
  hint: 'New here? See in two minutes how a major enforcement decision is made: who, within how long, on which legal basis.',
  begin: 'Take the tour',
  dismiss: 'No, thanks',
  toWork: 'To my work',
  columns: { stage: 'Stage', who: 'Who', within: 'Within', next: 'What is done (legal basis)' },
  limit: { wd: '{{count}} working days', d: '{{count}} days' },
  holders: {
    handlers: 'the handlers (two or more)',
    firstReviewer: 'the section’s first reviewer',
    sectionHead: 'the section head',
    legalHead: 'the legal head',
    reviewer: 'the legal reviewer',
    adviser: 'the adviser',
    leaderInCharge: 'the leader in charge',
    chair: 'the head of the agency (collective deliberation)',
    nobody: '—',
  },
  stops: {
    investigation: {
      title: 'Filing and investigation',
      told: 'The handlers file the case, gather evidence, tell the party beforehand, hear its statement and draft the decision. Every step enters the file, which is only ever added to: the record of the whole process.',
    },
    section: {
      title: 'The section looks at it',
      told: 'The first reviewer sees whether the material is complete, the section head whether it should go on. Otherwise it is returned with reasons. Who handled a case cannot review it.',
    },
    review: {
      title: 'Legal review',
      told: 'The legal office goes through ten items and gives its opinion. Without a passed review there is no decision: nobody and no button in this system leads around it.',
    },
    decision: {
      title: 'Decision',
      told: 'Major cases are deliberated collectively, the others approved by a leader; then the decision is issued. It must be exactly the version that passed review: one changed word is reviewed again.',
    },
    publicity: {
      title: 'Service, publicity, execution',
      told: 'The party is served; the decision is published with personal information hidden and a second person’s approval; it is carried out. Each has its own deadline and waits for no other.',
    },
    archive: {
      title: 'Closing and archive',
      told: 'The case is closed, its catalogue checked, the file archived. What is annulled or amended later is withdrawn from publication or corrected.',
    },
  },
};
