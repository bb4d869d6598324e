import type { ToldSystem } from './told-system.ts';

/** A fault by what it is, the invariant that must find it, and the statements that plant it. */
export type Fault = [what: string, invariant: string, sql: (told: ToldSystem) => string];

const another = `(SELECT id FROM agency WHERE id <> t.agency_id ORDER BY id LIMIT 1)`;
const shorten = (id: string) => `ledger_leaf WHERE ref = '${id}:3'`;

export const faults: Fault[] = [
  ['an acknowledged command without its event', 'one-effect-per-command', ({ whole }) => `DELETE FROM event WHERE case_id = '${whole}' AND type = 'archive'`],
  ['a refused command that took effect', 'one-effect-per-command', ({ whole }) => `UPDATE command_intake SET status = 'refused', code = 'role.missing', answer = '{"code": "role.missing"}' WHERE case_id = '${whole}' AND action = 'close'`],
  ['an event nobody asked for', 'one-effect-per-command', ({ whole }) => `DELETE FROM command_intake WHERE case_id = '${whole}' AND action = 'serve'`],
  ['another answer than the event gave', 'same-key-same-answer', ({ whole }) => `UPDATE command_intake SET answer = jsonb_set(answer, '{seq}', '99') WHERE case_id = '${whole}' AND action = 'submit'`],
  ['another refusal than was given', 'same-key-same-answer', ({ waiting }) => `UPDATE command_intake SET code = 'role.missing' WHERE case_id = '${waiting}' AND status = 'refused'`],
  ['words that were changed under their key', 'same-key-same-answer', ({ whole }) => `UPDATE command_intake SET words = words || '{"reason": "changed"}' WHERE case_id = '${whole}' AND action = 'archive'`],
  ['words changed after their review', 'decision-names-passed-review', ({ whole }) => `UPDATE event SET words = jsonb_set(words, '{draft,text}', '"不予处罚"') WHERE case_id = '${whole}' AND type = 'saveDraft'`],
  ['a review that was voided after the decision', 'decision-names-passed-review', ({ whole }) => `UPDATE review SET state = 'voided' WHERE case_id = '${whole}'`],
  ['a decision without its review', 'decision-names-passed-review', ({ whole }) => `DELETE FROM review WHERE case_id = '${whole}'`],
  ['a decision that no event issued', 'decision-names-passed-review', ({ whole, waiting }) => `UPDATE decision SET case_id = '${waiting}' WHERE case_id = '${whole}'`],
  ['a handler who reviewed', 'different-people', ({ whole }) => `UPDATE review SET reviewer = (SELECT state->'handlers'->>0 FROM case_file WHERE id = '${whole}') WHERE case_id = '${whole}'`],
  ['a reviewer who took part as decider', 'different-people', ({ whole }) => `UPDATE event SET data = jsonb_set(data, '{took}', jsonb_build_array(jsonb_build_object('as', 'decider', 'person', (SELECT reviewer FROM review WHERE case_id = '${whole}')))) WHERE case_id = '${whole}' AND type = 'archive'`],
  ['an action out of its stage', 'legal-path', ({ whole }) => `UPDATE event SET type = 'advise', data = jsonb_set(data, '{type}', '"advise"') WHERE case_id = '${whole}' AND type = 'submit'`],
  ['an action that leads elsewhere', 'legal-path', ({ whole }) => `UPDATE event SET data = jsonb_set(data, '{stage}', '"issuing"') WHERE case_id = '${whole}' AND type = 'submit'`],
  ['a history with a gap', 'legal-path', ({ whole }) => `DELETE FROM event WHERE case_id = '${whole}' AND seq = 3`],
  ['a change without its entry', 'one-ledger-entry', ({ whole }) => `DELETE FROM ${shorten(whole)}`],
  ['a refusal without its entry', 'one-ledger-entry', () => `DELETE FROM ledger_leaf WHERE kind = 'refusal'`],
  ['an entry for nothing', 'one-ledger-entry', ({ whole }) => `UPDATE ledger_leaf SET ref = '${whole}:999' WHERE ref = '${whole}:3'`],
  ['a gap in the chain', 'ledger-unbroken', ({ whole }) => `DELETE FROM ${shorten(whole)}`],
  ['an entry that was changed', 'ledger-unbroken', ({ whole }) => `UPDATE ledger_leaf SET payload = payload || ' ' WHERE ref = '${whole}:3'`],
  ['a head that is behind', 'ledger-unbroken', () => `UPDATE ledger_head SET seq = seq - 1`],
  ['words other than the digest', 'ledger-unbroken', ({ whole }) => `UPDATE event SET words = words || '{"reason": "changed"}' WHERE case_id = '${whole}' AND type = 'archive'`],
  ['a state that the events do not give', 'fold-gives-read-model', ({ whole }) => `UPDATE case_file SET state = jsonb_set(state, '{round}', '7') WHERE id = '${whole}'`],
  ['a column that the events do not give', 'fold-gives-read-model', ({ waiting }) => `UPDATE case_file SET first_due_at = first_due_at + interval '1 day' WHERE id = '${waiting}'`],
  ['a case without its row', 'fold-gives-read-model', ({ waiting }) => `DELETE FROM case_file WHERE id = '${waiting}'`],
  ['a deadline moved by hand', 'deadlines-once', ({ waiting }) => `UPDATE due_moment SET due_at = due_at + interval '1 day' WHERE case_id = '${waiting}' AND ended_seq IS NULL`],
  ['a deadline that ended too soon', 'deadlines-once', ({ waiting }) => `UPDATE due_moment SET ended_seq = 2 WHERE case_id = '${waiting}' AND ended_seq IS NULL`],
  ['a deadline that is lost', 'deadlines-once', ({ whole }) => `DELETE FROM due_moment WHERE id = (SELECT min(id) FROM due_moment WHERE case_id = '${whole}')`],
  ['an ended deadline that is pending again', 'deadlines-once', ({ whole }) => `UPDATE due_moment SET ended_seq = NULL WHERE case_id = '${whole}'`],
  ['a deadline that never fell overdue', 'deadlines-once', ({ whole }) => `UPDATE due_moment SET status = 'overdue' WHERE case_id = '${whole}'`],
  ['a deadline that fell overdue twice', 'deadlines-once', ({ waiting }) => `INSERT INTO event SELECT case_id, last_seq + 1, e.agency_id, type, actor, at, 'again', facts_version, data || jsonb_build_object('seq', last_seq + 1), words FROM event e JOIN case_file f ON f.id = e.case_id WHERE case_id = '${waiting}' AND type = 'markOverdue' LIMIT 1`],
  ['a second decision while one is in force', 'legal-path', ({ whole }) => `UPDATE event SET type = 'issueDecision', data = jsonb_set(data, '{type}', '"issueDecision"') WHERE case_id = '${whole}' AND type = 'archive'`],
  ['an identity number that is up', 'publishable-only', ({ whole }) => `UPDATE publication SET facts = facts || '身份证号11010519491231002X' WHERE case_id = '${whole}'`],
  ['a field that may not go out', 'publishable-only', ({ whole }) => `UPDATE publication SET fields = fields || '{"CF_FR_ZJHM": null}' WHERE case_id = '${whole}'`],
  ['an event of another agency', 'within-agency', ({ whole }) => `UPDATE event t SET agency_id = ${another} WHERE case_id = '${whole}' AND seq = 2`],
  ['search words of another agency', 'within-agency', ({ whole }) => `UPDATE case_search t SET agency_id = ${another} WHERE case_id = '${whole}'`],
  ['a command of another agency', 'within-agency', ({ whole }) => `UPDATE command_intake t SET agency_id = ${another} WHERE case_id = '${whole}' AND action = 'close'`],
]; // prettier-ignore
