import type { CaseEvent } from '../../domain/command.ts';
import type { Action } from '../../domain/process.ts';

/** What somebody was told: 'yes' or the code of the refusal. */
export interface Answered {
  commandId: string;
  action: string;
  code: string;
}

const afterTheEnd = [
  'amendDecision',
  'annulDecision',
  'correctPublication',
  'withdrawPublication',
  'openSupervision',
  'replySupervision',
  'returnSupervision',
  'closeSupervision',
];
const ends = ['archived', 'terminated', 'transferred'];
const ofADecision = ['serve', 'preparePublication', 'approvePublication', 'publish', 'exemptPublication', 'close'];
const undoing = ({ type }: CaseEvent) => type === 'amendDecision' || type === 'annulDecision';

/** What voids a pass: 新的内容、证据、听证、陈述 (a waiver and a lapse do not). */
export function changesWhatWasReviewed({ type, input }: CaseEvent): boolean {
  return (
    type === 'saveDraft' ||
    type === 'recordHearing' ||
    (type === 'addRecord' && input.record?.isEvidence === true) ||
    (type === 'recordAnswer' && input.answer?.kind === 'statement')
  );
}

/**
 * What is wrong with a case, reckoned from its events alone and apart from the program's own memory: a decision without a
 * pass of exactly what was reviewed, a person in two duties, somebody recused who acts, an act after the end.
 */
export function gateFaults(events: CaseEvent[]): string[] {
  return [...events.flatMap((event, index) => eventFaults(event, events.slice(0, index))), ...dutyFaults(events)];
}

/** What was refused and is on record all the same, or was accepted and is not there exactly once. */
export function answerFaults(answers: Answered[], events: CaseEvent[]): string[] {
  const times = new Map<string, number>();
  for (const { commandId } of events) times.set(commandId, (times.get(commandId) ?? 0) + 1);
  return answers
    .filter(({ commandId, code }) => (times.get(commandId) ?? 0) !== Number(code === 'yes'))
    .map(({ commandId, action, code }) => `${action} was answered ${code}, ${times.get(commandId) ?? 0} on record`);
}

function eventFaults(event: CaseEvent, before: CaseEvent[]): string[] {
  const stage = before.at(-1)?.stage ?? '';
  const recused = before.filter(({ type }) => type === 'recuse').map(({ input }) => input.person);
  const faults = [
    ends.includes(stage) && event.actor !== 'system' && !afterTheEnd.includes(event.type) && 'after the end',
    recused.includes(event.actor) && 'by somebody recused',
    event.holder.some((person) => recused.includes(person)) && 'held by somebody recused',
    event.actor === 'system' && event.stage !== stage && 'time decided',
    ofADecision.includes(event.type) && !inForce(before) && 'without a decision in force',
    ...(event.type === 'issueDecision' && isOrdinary([...before, event]) ? decisionFaults(event, before) : []),
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `${event.type} ${event.seq} ${fault}`);
}

function isOrdinary(events: CaseEvent[]): boolean {
  return !events.some(({ input }) => input.filing?.procedure === 'summary');
}

function inForce(before: CaseEvent[]): boolean {
  return before.findLastIndex(({ type }) => type === 'issueDecision') > before.findLastIndex(undoing);
}

/** The opinion on which a decision rests is the last one signed before it. */
function decisionFaults(decision: CaseEvent, before: CaseEvent[]): (string | false)[] {
  const signed = before.findLastIndex(({ type }) => type === 'approveOpinion');
  const given = before.slice(0, Math.max(signed, 0)).findLastIndex(({ type }) => type === 'giveOpinion');
  const opinion = before[given];
  if (!opinion) return ['without a review'];
  const since = before.slice(signed);
  return [
    opinion.input.verdict !== 'agree' && `on an opinion that says ${opinion.input.verdict}`,
    opinion.reviewedHash !== decision.reviewedHash && 'of other content than was reviewed',
    before.slice(given + 1).some(changesWhatWasReviewed) && 'after a change of what was reviewed',
    opinion.actor === before[signed]?.actor && 'reviewed and signed by one person',
    !since.some(({ type, stage }) => type === 'approveAsLeader' || (type === 'recordMeeting' && stage === 'issuing')) &&
      'that nobody decided',
    since.some(undoing) && 'on the pass of a decision that was undone',
  ];
}

/** 职责分离: no person in two groups, on this case, for its whole life. */
function dutyFaults(events: CaseEvent[]): string[] {
  const groups = Object.entries(groupsOf(events));
  const both = groups.flatMap(([left, persons]) =>
    groups
      .filter(([right]) => left < right)
      .flatMap(([right, others]) =>
        [...persons].filter((person) => others.has(person)).map((person) => `${person} is in ${left} and ${right}`),
      ),
  );
  const chairs = events.filter(({ type }) => type === 'recordHearing').map(({ actor }) => actor);
  const handlers = groupsOf(events)['handlers'];
  return [...both, ...chairs.filter((chair) => handlers?.has(chair)).map((chair) => `${chair} chaired and handles`)];
}

/** The groups as the events tell them, reckoned apart from the program's own memory. */
function groupsOf(events: CaseEvent[]): Record<string, Set<string>> {
  const by = (type: Action) => events.filter((event) => event.type === type).map(({ actor }) => actor);
  const voters = events
    .filter(({ type, stage }) => type === 'recordMeeting' && stage !== 'deliberation')
    .flatMap(({ input }) => input.meeting?.votes ?? []);
  return {
    handlers: new Set(events.flatMap(({ handlers }) => handlers ?? [])),
    firstReviewers: new Set(by('passFirstReview')),
    sectionHeads: new Set(by('signOffSection')),
    legalReviewers: new Set(by('giveOpinion')),
    legalHeads: new Set(by('approveOpinion')),
    advisers: new Set(by('advise')),
    deciders: new Set([...by('approveAsLeader'), ...voters.map(({ person }) => person)]),
  };
}
