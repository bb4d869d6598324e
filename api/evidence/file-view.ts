import { shanghai } from '../../domain/calendar.ts';
import type { EvidenceMediaType } from '../../domain/evidence-file.ts';
import type { StoredEvent } from '../../prisma/events.ts';
import type { EvidenceFile as Row } from '../../prisma/evidence-files.ts';
import { textIn } from '../../prisma/words.ts';
import type { EvidenceFile, EvidenceItem } from '../schemas/evidence-files.ts';

/** A file as everybody is told of it, and as it enters the words of the record that names it. */
export function fileView({ id, name, size, mediaType, sha256, uploadedBy, arrivedAt }: Row): EvidenceFile {
  return {
    id,
    name,
    size,
    mediaType: mediaType as EvidenceMediaType,
    sha256,
    uploadedBy,
    arrivedAt: shanghai(arrivedAt.getTime()),
  };
}

/** The files that a record names, from its own words. */
export function filesIn(words: Record<string, unknown>): EvidenceFile[] {
  return Array.isArray(words['files']) ? (words['files'] as EvidenceFile[]) : [];
}

/** All that was put on record, evidence and records of acts, in the order in which it came. */
export function evidenceView(events: StoredEvent[], names: Record<string, string>): EvidenceItem[] {
  return events
    .filter(({ event }) => event.type === 'addRecord')
    .map(({ event, words }) => ({
      seq: event.seq,
      id: event.input.record?.id ?? '',
      isEvidence: event.input.record?.isEvidence === true,
      kind: textIn(words, 'kind') || null,
      name: textIn(words, 'name'),
      description: textIn(words, 'description') || null,
      from: textIn(words, 'from') || null,
      obtainedAt: textIn(words, 'obtainedAt') || null,
      at: shanghai(event.at),
      actor: event.actor,
      actorName: names[event.actor] ?? null,
      files: filesIn(words).map((file) => ({ ...file, uploaderName: names[file.uploadedBy] ?? null })),
    }));
}
