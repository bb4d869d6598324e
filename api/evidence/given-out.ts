import { evidenceFileTypes, type EvidenceMediaType } from '../../domain/evidence-file.ts';
import type { EvidenceFile } from '../../prisma/evidence-files.ts';

/** A page of its own origin, without scripts, forms or anything from elsewhere. */
const alone = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/**
 * The headers under which a file is given out. Nothing in it runs in our name: its type is the one of its bytes, and a
 * browser that opens it by itself does so in a sandbox; a PDF without one, since the browsers' viewers do not work in it.
 */
export function givenOut({ name, mediaType, sha256 }: EvidenceFile): Record<string, string> {
  const { shown } = evidenceFileTypes[mediaType as EvidenceMediaType];
  const inPlace = shown === 'pdf' || shown === 'picture' || shown === 'text';
  const charset = shown === 'text' ? '; charset=utf-8' : '';
  const end = name.slice(name.lastIndexOf('.') + 1);
  return {
    'Content-Type': `${mediaType}${charset}`,
    'Content-Disposition': `${inPlace ? 'inline' : 'attachment'}; filename="evidence.${end}"; filename*=UTF-8''${encoded(name)}`,
    'Content-Security-Policy': shown === 'pdf' ? alone : `${alone}; sandbox`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-cache',
    ETag: `"${sha256}"`,
  };
}

/** RFC 8187: what encodeURIComponent leaves and the header may not hold is encoded too. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}
