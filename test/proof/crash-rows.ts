import { randomUUID } from 'node:crypto';
import { caseIdOf } from '../../api/filing.ts';
import { commandIdOf } from '../../api/take-command.ts';
import type { Answer } from '../support/case-system.ts';
import { outage, type CrashPoint, type Way } from './crash-points.ts';
import { isUnknown, type CrashSystem } from './crash-system.ts';
import type { Subject } from './crash-subjects.ts';

export interface Row {
  point: CrashPoint;
  subject: Subject;
  way: Way;
  /** What its sender was told at first. */
  said: 'acknowledged' | 'unknown' | 'refused';
  /** Events of the command when the system was whole again, before anybody asked. */
  found: number;
  /** Milliseconds from then until its answer was known, the next command done and the answer given once more. */
  recovered: number;
  sentence: string;
  /** What is not as it must be. */
  problems: string[];
}

/** A command on its way: where it is sent, under which key, and what came back. */
interface Sent {
  subject: Subject;
  way: Way;
  caseId: string;
  key: string;
  id: string;
  problems: string[];
  firsts: Promise<Answer | 'cut off'>[];
}

/**
 * Milliseconds within which every case must go on when the system is whole again: half a minute where its activity died,
 * and what a slow machine needs for the rest.
 */
const longest = 120_000;

/** Lets one crash hit all these commands at once, each in a case of its own, and looks at what became of each. */
export async function rowsOf(system: CrashSystem, point: CrashPoint, subjects: Subject[]): Promise<Row[]> {
  const sent = await Promise.all(
    subjects.map((subject, n) => brought(system, subject, point.ways[n % point.ways.length]!)),
  );
  const crash = new AbortController();
  const before = sent.filter(({ way }) => way.trouble);
  system.plan(Object.fromEntries(before.map(({ id, way }) => [id, way.trouble!])));
  for (const one of before) send(system, one, crash.signal);
  await allInTrouble(system, point, before);
  crash.abort();
  await point.breaks?.(system);
  system.plan({});
  for (const one of sent.filter(({ way }) => !way.trouble)) send(system, one, crash.signal);
  await outage(point);
  await Promise.all(sent.filter(({ way }) => way.asksMeanwhile).map((one) => askOfTheDead(system, one)));
  await point.mends?.(system);
  return Promise.all(sent.map((one) => examined(system, point, one)));
}

/** Brings a case of its own to the moment of the command, and everybody who will act into a session. */
async function brought(system: CrashSystem, subject: Subject, way: Way): Promise<Sent> {
  const { before, told, next } = subject;
  const key = randomUUID();
  let caseId = told.action === 'register' ? caseIdOf(told.person, key) : '';
  for (const request of before) {
    const answer = await system.settle(request, caseId, randomUUID());
    if (answer.status >= 300) throw new Error(`${subject.name}: ${request.action} ${JSON.stringify(answer.body)}`);
    caseId ||= String(answer.body['id']);
  }
  for (const { person, at } of [told, next]) await system.system.get(person, '/api/v1/session', { at });
  const id = commandIdOf(told.person, caseId, told.action, key);
  return { subject, way, caseId, key, id, problems: [], firsts: [] };
}

function send(system: CrashSystem, one: Sent, crash: AbortSignal): void {
  const { subject, way, caseId, key } = one;
  const tell = () => system.system.tell(subject.told, caseId, { key });
  if (way.cut) {
    const cutOff = system.sendAndCut(subject.told, caseId, key, crash);
    one.firsts = [cutOff.then((answered) => (answered && !subject.refused ? tooSoon(one) : 'cut off'))];
  } else {
    one.firsts = way.sentTwice ? [tell(), tell()] : [tell()];
  }
}

function tooSoon({ problems }: Sent): 'cut off' {
  problems.push('was answered before its connection was cut');
  return 'cut off';
}

async function allInTrouble(system: CrashSystem, { written }: CrashPoint, sent: Sent[]): Promise<void> {
  const recorded = sent.filter(({ subject }) => subject.isRecorded);
  const there = await system.inTrouble(recorded.map(({ id }) => id));
  for (const { id, problems, subject } of recorded) {
    if (!there.has(id)) problems.push('never came to its crash point');
    if (written === undefined) continue;
    const events = await system.effects(id);
    if (events.length !== (subject.refused ? 0 : written)) problems.push(`${events.length} events at the crash`);
  }
}

async function askOfTheDead(system: CrashSystem, { subject, caseId, key, problems }: Sent): Promise<void> {
  if (subject.refused) return;
  const { status } = await system.system.tell(subject.told, caseId, { key });
  if (status >= 300 || status === 202) problems.push(`${status} while the worker was dead, though it is on record`);
}

async function examined(system: CrashSystem, point: CrashPoint, one: Sent): Promise<Row> {
  const { subject, way, id, problems } = one;
  const whole = Date.now();
  const found = (await system.effects(id)).length;
  const heard = await hear(system, one).catch((error: unknown) => void problems.push(String(error)));
  const recovered = Date.now() - whole;
  if (heard) problems.push(...heard.next, ...answerProblems(one, heard), ...effectProblems(one, heard));
  if (heard && heard.known.length > 0 && !point.breaks && found !== (subject.refused ? 0 : 1))
    problems.push(`answered, and ${found} events`);
  if (recovered > longest) problems.push(`took ${recovered} ms to recover`);
  const acknowledged = subject.refused ? 'refused' : 'acknowledged';
  const row = {
    point,
    subject,
    way,
    said: heard?.known.length ? acknowledged : 'unknown',
    found,
    recovered,
    problems,
  } as const;
  return { ...row, sentence: sentenceOf(row, heard ? answerIn(heard.again) : 'no answer') };
}

/** All that was answered: at first, to the same key asked again, and to the next command; and what is on record. */
interface Heard {
  known: Answer[];
  again: Answer;
  third: Answer;
  /** What is wrong with the next command. */
  next: string[];
  effects: { seq: number; stage: string }[];
}

async function hear(system: CrashSystem, one: Sent): Promise<Heard> {
  const { subject, way, caseId, key, id } = one;
  const ask = () => system.settle(subject.told, caseId, key);
  const before = way.nextFirst && !subject.refused ? await nextProblems(system, one) : null;
  const again = await ask();
  const next = before ?? (await nextProblems(system, one));
  const third = await ask();
  const firsts = await Promise.all(one.firsts);
  const known = firsts.filter((first): first is Answer => first !== 'cut off' && !isUnknown(first));
  return { known, again, third, next, effects: await system.effects(id) };
}

function answerProblems({ subject }: Sent, { known, again, third }: Heard): string[] {
  const expected = subject.refused ? `409 ${subject.refused}` : answerIn(again);
  const others = [...known, again, third].map(answerIn).filter((answer) => answer !== expected);
  return others.map((other) => `answered ${other} in place of ${expected}`);
}

/** Done: the one event on record is the one that was answered. Refused: none. */
function effectProblems({ subject }: Sent, { again, effects }: Heard): string[] {
  const expected = subject.refused ? '' : answerIn(again);
  const there = effects.map(({ seq, stage }) => `${seq} ${stage}`).join(', ');
  return there === expected ? [] : [`${effects.length} events on record (${there}) in place of ${expected}`];
}

async function nextProblems(system: CrashSystem, { subject, caseId }: Sent): Promise<string[]> {
  const next = await system.settle(subject.next, caseId, randomUUID());
  return next.status < 300 ? [] : [`then ${subject.next.action}: ${answerIn(next)}`];
}

/** What of an answer must stay the same for ever: the projection beside it may move on. */
function answerIn({ status, body }: Answer): string {
  return status < 300 ? `${body['seq']} ${body['stage']}` : `${status} ${body['code']}`;
}

function sentenceOf({ subject, way, said, found, recovered, problems }: Omit<Row, 'sentence'>, answer: string): string {
  const became = subject.refused ? `refused (${answer}), no event` : `on record once (${answer})`;
  const seconds = (recovered / 1000).toFixed(1);
  const lawful = `${said} at first, ${found} on record then, ${became}, next ${subject.next.action}; ${seconds} s`;
  return `${subject.name}, ${way.what}: ${problems.length > 0 ? `FAILED ${problems.join('; ')}` : lawful}`;
}
