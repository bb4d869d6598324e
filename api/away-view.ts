import type { AbsenceKind } from '../domain/absence.ts';
import type { CaseEvent } from '../domain/command.ts';
import { refusalMessages } from '../domain/refusal.ts';
import type { Absent, CaseState, PersonId, StandIn } from '../domain/state.ts';

type Names = Record<PersonId, string>;

const reasons: Record<AbsenceKind, { zh: string; en: string }> = {
  left: { zh: '已离任', en: 'has left' },
  noRole: { zh: '已没有所需的角色', en: 'no longer has the role' },
  certificate: { zh: '没有当日有效的行政执法证件', en: 'has no enforcement certificate valid on that day' },
  onLeave: { zh: '正在休假，没有替岗人', en: 'is on leave, with nobody standing in' },
};

/** Who stands in for whom now, and which holders were reported absent, in words. */
export function awayView({ standIns = [], absent = [], holder }: CaseState, names: Names) {
  return {
    standIns: standIns.map((one) => standInView(one, names)),
    absent: absent.filter(({ person }) => holder.includes(person)).map((one) => absentView(one, names)),
  };
}

/** What each event changed of who stands in, and whom it reported absent, by the event's number; events that did neither are left out. */
export function awayChanges(events: CaseEvent[], names: Names) {
  let before: StandIn[] = [];
  const changes = new Map<number, object>();
  for (const { seq, standIns = before, absent } of events) {
    const begun = standIns.filter((one) => !before.some((other) => same(one, other)));
    const ended = before.filter((one) => !standIns.some((other) => other.for === one.for));
    before = standIns;
    const change = {
      ...(begun.length > 0 && { standIns: begun.map((one) => standInView(one, names)) }),
      ...(ended.length > 0 && { standInsEnded: ended.map((one) => endedView(one, names)) }),
      ...(absent && { absent: absent.map((one) => absentView(one, names)) }),
    };
    changes.set(seq, change);
  }
  return changes;
}

function standInView(one: StandIn, names: Names) {
  const [away, by] = [nameOf(one.for, names), nameOf(one.by, names)];
  if (one.because === 'onLeave') {
    return {
      ...one,
      zh: `${away}休假，由${by}替岗至${one.until}`,
      en: `${by} stands in for ${away} until ${one.until}`,
    };
  }
  const why = refusalMessages[one.because];
  return {
    ...one,
    zh: `${away}休假至${one.until}，替岗人不能接办，交负责人${by}转办。原因：${why.zh}`,
    en: `${away} is on leave until ${one.until} and the substitute cannot take it: with ${by}, the head, to hand it on. ${why.en}`,
  };
}

function endedView(one: StandIn, names: Names) {
  const [away, by] = [nameOf(one.for, names), nameOf(one.by, names)];
  return { ...one, zh: `${by}不再替${away}办理`, en: `${by} no longer stands in for ${away}` };
}

function absentView(one: Absent, names: Names) {
  const name = nameOf(one.person, names);
  const { zh, en } = reasons[one.kind];
  return {
    ...one,
    zh: `持有人${name}${zh}，请转办或者代办`,
    en: `${name}, who holds the task, ${en}; reassign or delegate it`,
  };
}

function same(one: StandIn, other: StandIn): boolean {
  return one.for === other.for && one.by === other.by && one.until === other.until && one.because === other.because;
}

function nameOf(person: PersonId, names: Names): string {
  return names[person] ?? person;
}
