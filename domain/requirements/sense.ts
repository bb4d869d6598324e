import { dayOf } from '../calendar.ts';
import { taskHolders } from '../holder.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { canRead } from '../effects/informing.ts';
import type { Millis, PersonId } from '../state.ts';
import { requirements, type Context } from './requirement.ts';

const minute = 60_000;
/** Clocks of browsers go a little wrong. */
const ahead: Millis = 10 * minute;
/** A transfer is handed over within 24 hours (行政执法机关移送涉嫌犯罪案件的规定 5), by appointment perhaps. */
const untilHandedOver: Millis = 24 * 60 * minute;

function said(field: string) {
  return ({ command }: Context): Refusal | null =>
    command.input.given.includes(field) ? null : refuse('reasons.missing', { field });
}

/** Everybody whom the record would name beside those whom other requirements look at. */
function named({ command: { input } }: Context): PersonId[] {
  const { servedBy = [], record, meeting, person, decidedBy } = input;
  const out = meeting ? [...meeting.present, ...meeting.absent, ...meeting.recused] : [];
  return [...servedBy, ...(record?.by ?? []), ...out, ...[person, decidedBy].filter((one) => one !== undefined)];
}

/** What would be nonsense on record for ever, though nobody's right or duty is touched by it. */
export const senseRequirements = requirements({
  personsKnown(context) {
    const { persons } = context.command.facts;
    const unknown = named(context).filter((person) => !persons[person]);
    if (unknown.length > 0) return refuse('person.unknown', { persons: [...new Set(unknown)] });
    const { person, decidedBy } = context.command.input;
    return decidedBy !== undefined && decidedBy === person ? refuse('recusal.decidedByThemselves', { person }) : null;
  },
  nothingAhead({ command, now }) {
    const latest = now + (command.action === 'transfer' ? untilHandedOver : ahead);
    const fields = Object.entries(command.input.happened ?? {}).flatMap(([field, at]) => (at > latest ? [field] : []));
    return fields.length > 0 ? refuse('record.notYet', { fields }) : null;
  },
  suspensionEndsLater({ command, now }) {
    const { until } = command.input;
    return until !== undefined && until < dayOf(now) ? refuse('suspension.endsBefore', { until }) : null;
  },
  notToThemselves({ state, command }) {
    const { action, input } = command;
    const holds = action === 'addReviewer' ? taskHolders(state).includes(input.to ?? '') : input.to === input.from;
    return holds ? refuse('person.holdsAlready', { person: input.to }) : null;
  },
  copiedToNamed({ command: { input, facts }, now }) {
    const to = input.copiedTo ?? [];
    if (to.length === 0) return refuse('reasons.missing', { field: 'to' });
    const blind = to.filter((person) => !canRead(person, facts, now));
    return blind.length > 0 ? refuse('person.mayNotRead', { persons: blind }) : null;
  },
  commentGiven: said('text'),
  recipientNamed: said('to'),
  conclusionGiven: said('conclusion'),
  correctionSaid: (context) => said('what')(context) ?? said('reason')(context),
  basisOfOtherGround: (context) => (context.command.input.ground === 'otherLawful' ? said('basis')(context) : null),
});
