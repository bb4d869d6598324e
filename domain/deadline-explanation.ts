import type { Calendar, Day } from './calendar.ts';
import { addDays, dayInWords, dayOf, isWorkday } from './calendar.ts';
import type { Deadline, DayUnit, Reckoning } from './deadline.ts';
import { reckon } from './deadline.ts';

const UNIT: Record<DayUnit, { zh: string; en: string }> = {
  wd: { zh: '个工作日', en: 'working days' },
  d: { zh: '日', en: 'days' },
};

/**
 * How a due day came about, for people: budget, first day, holidays and make-up days on the way, pauses, extensions,
 * the day reached. Sentences end with a full stop. Same errors as dueDay.
 */
export function explain(calendar: Calendar, deadline: Deadline): { zh: string; en: string } {
  const unit = UNIT[deadline.unit];
  const startDay = dayOf(deadline.startedAt);
  const budget = days(deadline.budget, deadline.unit);
  const parts = [
    {
      zh: `期限${deadline.budget}${unit.zh}，自${inFull(startDay)}起算，当日不计`,
      en: `${budget} from ${startDay}, that day not counted`,
    },
    ...deadline.extensions.map(({ budget: more, reason }) => ({
      zh: `延长${more}${unit.zh}${reason ? `（${reason}）` : ''}`,
      en: `extended by ${days(more, deadline.unit)}${reason ? ` (${reason})` : ''}`,
    })),
  ];
  const reckoning = reckon(calendar, deadline);
  const rest = reckoning ? explainReckoning(calendar, deadline.unit, reckoning) : explainOpenPause(deadline);
  const all = [...parts, ...rest];
  return { zh: `${all.map((p) => p.zh).join('；')}。`, en: `${capital(all.map((p) => p.en).join('; '))}.` };
}

function explainReckoning(calendar: Calendar, unit: DayUnit, reckoning: Reckoning): { zh: string; en: string }[] {
  const { startDay, lastDay, day, pauses, provisional } = reckoning;
  const parts = pauses.map((pause) => ({
    zh: `${dayInWords(pause.from)}至${dayInWords(pause.to)}暂停，顺延${pause.days}${UNIT[unit].zh}`,
    en: `paused from ${pause.from} to ${pause.to}, moved by ${days(pause.days, unit)}`,
  }));
  if (unit === 'wd') parts.push(...daysOnTheWay(calendar, startDay, day));
  if (lastDay !== day) {
    parts.push({
      zh: `最后一日${dayInWords(lastDay)}为休息日，顺延至其后第一个工作日`,
      en: `the last day, ${lastDay}, is a day off, so the next working day counts`,
    });
  }
  if (provisional) {
    parts.push({
      zh: '其中有的年份放假安排尚未公布，暂按周末休息推算',
      en: 'provisional, as the holidays of a year on the way are not published yet and only its weekends are known',
    });
  }
  parts.push({ zh: `${inFull(day)}24时届满`, en: `due at the end of ${day}` });
  return parts;
}

function explainOpenPause(deadline: Deadline): { zh: string; en: string }[] {
  const open = deadline.pauses.find((pause) => pause.to === null);
  const from = dayOf(open?.from ?? deadline.startedAt);
  return [{ zh: `自${inFull(from)}起暂停，恢复后再算届满日`, en: `paused since ${from}, no due day until it resumes` }];
}

function daysOnTheWay(calendar: Calendar, startDay: Day, dueDay: Day): { zh: string; en: string }[] {
  const parts: { zh: string; en: string }[] = [];
  const onTheWay = (days: ReadonlySet<Day>) => [...days].filter((day) => day > startDay && day <= dueDay).toSorted();
  const holidays = runs(onTheWay(calendar.holidays).filter((day) => !isWorkday(calendar, day)));
  const makeUp = runs(onTheWay(calendar.makeUpWorkdays));
  if (holidays.length > 0)
    parts.push({ zh: `${zhRuns(holidays)}放假，不计`, en: `holidays not counted: ${enRuns(holidays)}` });
  if (makeUp.length > 0)
    parts.push({ zh: `${zhRuns(makeUp)}调休上班，计入`, en: `make-up working days counted: ${enRuns(makeUp)}` });
  return parts;
}

/** Days in order, those that follow each other as one. */
function runs(days: Day[]): { from: Day; to: Day }[] {
  const found: { from: Day; to: Day }[] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else found.push({ from: day, to: day });
  }
  return found;
}

function zhRuns(list: { from: Day; to: Day }[]): string {
  return list
    .map(({ from, to }) => (from === to ? dayInWords(from) : `${dayInWords(from)}至${dayInWords(to)}`))
    .join('、');
}

function enRuns(list: { from: Day; to: Day }[]): string {
  return list.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join(', ');
}

function inFull(day: Day): string {
  return `${day.slice(0, 4)}年${dayInWords(day)}`;
}

function days(count: number, unit: DayUnit): string {
  return `${count} ${count === 1 ? UNIT[unit].en.slice(0, -1) : UNIT[unit].en}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
