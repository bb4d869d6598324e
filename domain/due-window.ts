import { addWorkdays, dayOf, endOfDay, type Calendar } from './calendar.ts';
import type { Millis } from './state.ts';

/** The three windows that the workbench counts: late; due today; due within three working days after today. */
export const dueWindows = ['late', 'today', 'soon'] as const;
export type DueWindow = (typeof dueWindows)[number];

const soonWorkdays = 3;

/** Between which due moments a task falls into the window at this moment: after the first, up to the second; no task is in two. */
export function dueWindow(
  window: DueWindow,
  calendar: Calendar,
  now: Millis,
): { after: Millis | null; upTo: Millis | null } {
  const today = dayOf(now);
  switch (window) {
    case 'late':
      return { after: null, upTo: now - 1 };
    case 'today':
      return { after: now - 1, upTo: endOfDay(today) };
    case 'soon':
      return { after: endOfDay(today), upTo: endOfDay(addWorkdays(calendar, today, soonWorkdays).day) };
  }
}
