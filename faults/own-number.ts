import { formatDocumentNumber, parseDocumentNumber } from '../domain/document-number.ts';
import { hanDigits } from '../rehearsal/han-digits.ts';
import type { Request } from '../rehearsal/request-of.ts';

const fields: Record<string, string> = { approveOpinion: 'opinionNo', issueDecision: 'documentNo' };

/** Gives the opinions and decisions of one case numbers from 1 in series of its own, so that cases do not wait for each other. */
export function ownNumber(place: number[]): (request: Request) => Request {
  const word = place.map(hanDigits).join('之');
  const used = new Map<string, number>();
  return (request) => {
    const field = fields[request.action];
    const text = field && request.body[field];
    const number = typeof text === 'string' ? parseDocumentNumber(text) : null;
    if (!field || !number) return request;
    const serial = (used.get(field) ?? 0) + 1;
    used.set(field, serial);
    const kind = request.action === 'approveOpinion' ? '审' : '决';
    const own = formatDocumentNumber({ ...number, series: `试${word}${kind}`, serial });
    return { ...request, body: { ...request.body, [field]: own } };
  };
}
