import { grouped } from '../check/grouped.ts';
import type { Heard, LogLine, Sent } from './command-log.ts';
import type { DatabaseRecord, EventRecord, IntakeRecord } from './database-record.ts';

const CLOCK = 'system';

/** What the log says of one command, under its key. */
interface Told {
  sent: Sent;
  heard: Heard[];
  other: Heard[];
}

/**
 * Where the clients' log and the database disagree, one sentence each: an acknowledged command has exactly one event, the one
 * that was named; a refused one has none; an unknown one has one at most; a key has one answer; nobody but the clock did
 * what no client asked for; and nothing was answered with an error of the program (500).
 */
export function compare(lines: LogLine[], { intakes, events }: DatabaseRecord): string[] {
  const told = commandsIn(lines);
  const rows = grouped(intakes, ({ key }) => key);
  const effects = grouped(events, ({ commandId }) => commandId);
  const asked = new Set(intakes.filter(({ key }) => told.has(key)).map(({ id }) => id));
  return [
    ...[...told.values()].flatMap((command) => {
      const own = rows.get(command.sent.key) ?? [];
      const done = own.flatMap(({ id }) => effects.get(id) ?? []);
      return faultsOf(command, own, done).map((fault) => `${nameOf(command.sent)} ${fault}`);
    }),
    ...intakes.filter(({ key }) => !told.has(key)).map(({ id, action }) => `command ${id.slice(0, 12)} (${action}) was sent by no client`), // prettier-ignore
    ...events
      .filter(({ actor, commandId }) => actor !== CLOCK && !asked.has(commandId))
      .map(({ caseId, seq, type }) => `event ${caseId}:${seq} (${type}) was asked for by no client`),
  ];
}

function faultsOf({ sent, heard, other }: Told, intakes: IntakeRecord[], events: EventRecord[]): string[] {
  const answers = new Set(heard.flatMap(answerOf));
  const acknowledged = heard.find(({ said }) => said === 'acknowledged');
  const refused = heard.find(({ said }) => said === 'refused');
  const [event] = events;
  const faults: string[] = [];
  if (answers.size > 1) faults.push(`was answered differently: ${[...answers].join(' | ')}`);
  if (events.length > 1) faults.push(`has ${events.length} events`);
  if (acknowledged && events.length === 0) faults.push('was acknowledged and has no event');
  if (refused && event) faults.push(`was refused and has event ${event.caseId}:${event.seq}`);
  if (acknowledged && event && !answers.has(effectOf(event)))
    faults.push(`was answered otherwise than ${effectOf(event)}`);
  if (event && (event.type !== sent.action || event.actor !== sent.person)) faults.push(`became ${event.type} of ${event.actor}`); // prettier-ignore
  if (event && sent.caseId && event.caseId !== sent.caseId) faults.push(`took effect in case ${event.caseId}`);
  if (intakes.length > 1) faults.push(`was taken in ${intakes.length} times`);
  if (heard.some((one) => one.said === 'unknown' && one.status === 500)) faults.push('was answered 500');
  const misled = heard.find((one) => one.said === 'pending' && intakes[0] && one.commandId !== intakes[0].id);
  if (misled) faults.push('was answered 202 with the id of another command');
  const passed = other.find((one) => one.said === 'acknowledged' || one.said === 'pending' || (one.said === 'refused' && one.code !== 'idempotency.mismatch' && one.status !== 400)); // prettier-ignore
  if (passed) faults.push(`was taken with another body: ${JSON.stringify(passed)}`);
  return faults;
}

/** Each key as the log has it; the first sending names the command. */
function commandsIn(lines: LogLine[]): Map<string, Told> {
  const told = new Map<string, Told>();
  for (const line of lines) {
    if (line.line !== 'sent') {
      const command = told.get(line.key);
      (line.otherBody ? command?.other : command?.heard)?.push(line);
    } else if (!told.has(line.key)) told.set(line.key, { sent: line, heard: [], other: [] });
  }
  return told;
}

/** An answer that settles a command, as one text. */
function answerOf(heard: Heard): string[] {
  if (heard.said === 'acknowledged') return [effectOf(heard)];
  return heard.said === 'refused' ? [`refused ${heard.code}`] : [];
}

function effectOf({ caseId, seq, stage }: { caseId: string; seq: number; stage: string }): string {
  return `${caseId}:${seq} ${stage}`;
}

function nameOf({ action, person, key }: Sent): string {
  return `${action} of ${person} (key ${key.slice(0, 12)})`;
}
