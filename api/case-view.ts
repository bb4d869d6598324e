import { dayOf, shanghai } from '../domain/calendar.ts';
import { askedActions } from '../domain/asked-actions.ts';
import type { CaseEvent, Command, Facts } from '../domain/command.ts';
import { standingProblem } from '../domain/decide.ts';
import { remainingInWords } from '../domain/listed-due.ts';
import { majorGrounds } from '../domain/path.ts';
import { actions, categories, ladder, roles, stages, systemEvents, type Action } from '../domain/process.ts';
import { refusalMessages } from '../domain/refusal.ts';
import type { Standing } from '../domain/standing.ts';
import type { CaseState, ClockName, Millis } from '../domain/state.ts';
import { urgingsOf } from '../domain/urging.ts';
import type { CaseRow } from '../prisma/case-queries.ts';
import { deadlinesView, movesView, type CalendarAt } from './deadlines-view.ts';
import { awayChanges, awayView } from './away-view.ts';
import { evidenceView } from './evidence/file-view.ts';
import { caseOrderView, urgingView } from './order-view.ts';
import { publicationView } from './publication-view.ts';
import { relaxationsAt } from './relaxations.ts';

/** Where a case stands, under the names of the process table; days and moments in +08:00. */
export function projectionOf(state: Standing) {
  const clock = (name: ClockName) => state.clocks.find((candidate) => candidate.name === name);
  const dayDue = (found: Standing['clocks'][number] | undefined) => (found?.dueAt ? dayOf(found.dueAt) : null);
  const stage = clock('stage');
  return {
    seq: state.seq,
    stage: state.stage,
    stageName: state.stage === 'none' ? null : stages[state.stage].zh,
    round: state.round,
    content: state.content?.version ?? 0,
    contentHash: state.content?.hash ?? null,
    reviewedHash: state.reviewedHash,
    pass: state.pass && !state.pass.voided ? state.pass.version : null,
    holder: state.holder,
    obligations: state.obligations,
    due: dayDue(stage),
    dueAt: stage?.dueAt ? shanghai(stage.dueAt) : null,
    overdue: state.clocks.filter((candidate) => candidate.overdue).map((candidate) => candidate.name),
    provisional: state.clocks.some(({ provisional, dueAt }) => provisional && dueAt !== null),
    overallDue: dayDue(clock('overall')),
    effectOfLawDue: dayDue(clock('effectOfLaw')),
    obligationsDue: { serve: dayDue(clock('serve')), publish: dayDue(clock('publish')) },
    withdrawPublicationDue: dayDue(clock('withdraw')),
  };
}

/** The whole case as its page needs it: what was filed, where it stands, its history, and what the reader may do now. */
export function caseView(row: CaseRow, actor: string, facts: Facts, now: Millis, calendarAt: CalendarAt) {
  const { state, filed, events, names } = row;
  const { filing } = state;
  const away = awayChanges(events.map(({ event }) => event), names); // prettier-ignore
  const grounds = filing ? majorGrounds(state, filing) : { major: false, because: [] };
  return {
    id: filing?.caseId ?? null,
    ...projectionOf(state),
    lastSeq: state.seq,
    lastAt: shanghai(state.lastAt),
    title: filed.title,
    agency: row.agencyId,
    agencyName: row.agencyName,
    section: row.sectionId,
    sectionName: row.sectionName,
    category: row.category,
    categoryName: categories[row.category as keyof typeof categories],
    procedure: row.procedure,
    handlers: state.handlers,
    holders: row.holders.map((person) => ({
      ...person,
      roles: person.roles.map((role) => ({ role, label: roles[role] })),
    })),
    remaining: {
      stage: left(state, 'stage', calendarAt, now),
      overall: left(state, 'overall', calendarAt, now),
      effectOfLaw: left(state, 'effectOfLaw', calendarAt, now),
    },
    ...awayView(state, names),
    major: grounds.major,
    majorBecause: grounds.because,
    difficult: filing?.difficult ?? false,
    renewedByLawAt: state.renewedByLawAt ? shanghai(state.renewedByLawAt) : null,
    relaxations: relaxationsAt(row.packs, [...events.map(({ event }) => event.at), now]),
    decision: state.decision ? { documentNo: state.decision.documentNo, at: shanghai(state.decision.at) } : null,
    publication: row.publication && publicationView(row.publication),
    supervision: caseOrderView(state),
    urgings: urgingsOf(events.map(({ event }) => event)).map((urging) =>
      urgingView(urging, events[urging.seq - 1]!.words),
    ),
    filed,
    persons: names,
    evidence: evidenceView(events, names),
    contentVersions: row.contentVersions,
    deadlines: deadlinesView(
      events.map(({ event }) => event),
      calendarAt,
    ),
    history: events.map(({ event, words }, index) => ({
      seq: event.seq,
      type: event.type,
      label: labelOf(event.type),
      at: shanghai(event.at),
      actor: event.actor,
      actorName: names[event.actor] ?? null,
      stage: event.stage,
      round: event.round,
      pass: event.pass,
      ...(event.rung && { rung: rungOf(event.rung) }),
      ...(event.told && { told: event.told }),
      ...(event.lateBy && { late: true }),
      ...(event.type === 'recalculateDeadlines' && {
        moved: movesView(
          event,
          events.slice(0, index).map((one) => one.event),
        ),
      }),
      ...away.get(event.seq),
      words: event.type === 'register' ? {} : words,
    })),
    ...possibleActions(state, actor, facts, now),
  };
}

/** How much is left of a deadline that runs. */
function left({ clocks }: CaseState, name: ClockName, calendarAt: CalendarAt, now: Millis) {
  const dueAt = clocks.find((clock) => clock.name === name)?.dueAt ?? null;
  if (dueAt === null) return null;
  const { workdaysLeft, remaining, remainingEn } = remainingInWords(calendarAt(Infinity), dueAt, now);
  return { workdaysLeft, zh: remaining, en: remainingEn };
}

function rungOf({ clock, name }: NonNullable<CaseEvent['rung']>) {
  return { name, label: ladder[name].zh, labelEn: ladder[name].en, deadline: clock.split(':').at(-1) };
}

function labelOf(type: string): string {
  return actions[type as Action]?.zh ?? systemEvents[type as keyof typeof systemEvents]?.zh ?? type;
}

/** What this person may do now, and for every other action the reason why not. */
function possibleActions(state: CaseState, actor: string, facts: Facts, now: Millis) {
  const { filing } = state;
  if (!filing) return { asked: [], allowedActions: [], otherActions: [] };
  const names = (Object.keys(actions) as Action[]).filter((action) => action !== 'register');
  const judged = names.map((action) => {
    // Everybody may recuse themselves; whom else a head may name is looked at when they do.
    const input = action === 'recuse' ? { given: [], person: actor } : { given: [] };
    const command: Command = { id: '', action, actor, input, wordsHash: '', facts, knownSeq: state.seq };
    return { action, label: actions[action].zh, refusal: standingProblem(action, { state, filing, command, now }) };
  });
  return {
    asked: askedActions(state),
    allowedActions: judged.filter(({ refusal }) => !refusal).map(({ action, label }) => ({ action, label })),
    otherActions: judged.flatMap(({ action, label, refusal }) =>
      refusal
        ? [
            {
              action,
              label,
              code: refusal.code,
              why: refusalMessages[refusal.code].zh,
              whyEn: refusalMessages[refusal.code].en,
            },
          ]
        : [],
    ),
  };
}
