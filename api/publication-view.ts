import { exemptionFields, otherFields, penaltyFields, permitFields } from '../domain/publication-fields.ts';
import type { Publication } from '../prisma/generated/client.ts';

const labels: Record<string, { zh: string }> = {
  ...exemptionFields,
  ...otherFields,
  ...permitFields,
  ...penaltyFields,
};

/** A publication as it is or would be read by everybody (拟公示稿), for those who prepare, approve and carry it out. */
export function publicationView({ status, kind, title, partyName, facts, fields, publicUntil }: Publication) {
  const held = Object.entries(fields as Record<string, string | number | null>);
  return {
    status,
    kind,
    title,
    partyName,
    facts,
    publicUntil: publicUntil?.toISOString().slice(0, 10) ?? null,
    fields: Object.keys(labels).flatMap((code) =>
      held.flatMap(([name, value]) => (name === code ? [{ code, label: labels[code]!.zh, value }] : [])),
    ),
  };
}
