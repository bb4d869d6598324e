import type { Transaction } from '../client.ts';
import type { Batch } from './record-kind.ts';

/** A person's mail address; the audit trail says that it changed, not what it is. */
export function changedContact(of: { person: string; agency: string }, email: string | null): Batch {
  const write = async (transaction: Transaction) => {
    const where = { personId: of.person };
    await transaction.noticeContact.upsert({
      where,
      create: { ...where, agencyId: of.agency, email },
      update: { email },
    });
  };
  return batch('noticeContact', of.person, of.agency, email !== null, write);
}

/** A group's robot; its key is what lets one write to the group, and stands in no trail. */
export function changedRobot(of: { agency: string; section: string; channel: string }, key: string | null): Batch {
  const { agency: agencyId, section: sectionId, channel } = of;
  const agencyId_sectionId_channel = { agencyId, sectionId, channel };
  const write = async (transaction: Transaction) => {
    await transaction.noticeRobot.upsert({
      where: { agencyId_sectionId_channel },
      create: { ...agencyId_sectionId_channel, key },
      update: { key },
    });
  };
  return batch('noticeRobot', `${agencyId}/${sectionId} ${channel}`, agencyId, key !== null, write);
}

function batch(
  kind: string,
  id: string,
  agency: string,
  given: boolean,
  write: (transaction: Transaction) => Promise<void>,
): Batch {
  return {
    changes: [{ kind, id, agency, what: 'changed', before: null, after: { given }, fields: {} }],
    write: (transaction, acting) => (acting === agency ? write(transaction) : Promise.resolve()),
  };
}
