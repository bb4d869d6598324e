import { Readable } from 'node:stream';
import type { Request } from 'express';
import { cleanFileName, evidenceFileLimit, typeNamed } from '../../domain/evidence-file.ts';
import { problem, type Problem } from '../problem.ts';

/** The version of the tus protocol that is spoken here. */
export const tusVersion = '1.0.0';

/** What an upload says of itself before its first byte. */
export interface Announced {
  name: string;
  size: number;
  caseId: string | null;
}

/**
 * What a new upload announces in Upload-Length and Upload-Metadata (`filename`, `caseId`, in base64).
 * @throws Problem for what cannot become evidence, whatever its bytes will be
 */
export function announcedIn(request: Request): Announced {
  const length = request.get('Upload-Length') ?? '';
  if (!/^\d{1,15}$/.test(length)) throw problem('upload.invalid', { header: 'Upload-Length' });
  const metadata = metadataIn(request.get('Upload-Metadata') ?? '');
  const name = cleanFileName(metadata.get('filename') ?? '');
  if (!name) throw problem('evidence.unnamed');
  if (Number(length) === 0) throw problem('evidence.empty', { name });
  if (Number(length) > evidenceFileLimit) throw problem('evidence.tooLarge', { name, limit: evidenceFileLimit });
  if (/\.(doc|dot|xls|xlt|ppt|pot|pps)m$/i.test(name)) throw problem('evidence.macros', { name });
  if (!typeNamed(name)) throw problem('evidence.typeNotAllowed', { name });
  return { name, size: Number(length), caseId: metadata.get('caseId') || null };
}

function metadataIn(header: string): Map<string, string> {
  const pairs = header.split(',').map((pair) => pair.trim().split(' '));
  return new Map(pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]));
}

/** A new upload in the words of the protocol, as we understood it. */
export function creating(address: string, { size, ...mark }: Announced & { uploader: string }): globalThis.Request {
  const told = Object.entries(mark).filter(([, value]) => value !== null);
  const metadata = told.map(([key, value]) => `${key} ${Buffer.from(String(value)).toString('base64')}`).join(',');
  const headers = { 'Tus-Resumable': tusVersion, 'Upload-Length': String(size), 'Upload-Metadata': metadata };
  return new globalThis.Request(address, { method: 'POST', headers });
}

/** A part of an upload, or what is asked of it, in the words of the protocol. */
export function passedOn(address: string, request: Request): globalThis.Request {
  const names = ['Content-Type', 'Content-Length', 'Upload-Offset'];
  const told = names.flatMap((name) => (request.get(name) === undefined ? [] : [[name, request.get(name)!] as const]));
  const init = { method: request.method, headers: { 'Tus-Resumable': tusVersion, ...Object.fromEntries(told) } };
  if (request.method !== 'PATCH') return new globalThis.Request(address, init);
  const body = Readable.toWeb(request) as ReadableStream<Uint8Array>;
  return new globalThis.Request(address, { ...init, body, duplex: 'half' } as RequestInit);
}

/** Refuses every other version of the protocol. */
export function speaksTus(request: Request): void {
  if (request.get('Tus-Resumable') !== tusVersion) throw problem('upload.version', { version: tusVersion });
}

/** What the protocol's answer means, where it is not what was asked for. */
export function uploadProblem(status: number): Problem {
  if (status === 404 || status === 410) return problem('evidence.unknown');
  if (status === 409) return problem('upload.offset');
  if (status === 413) return problem('evidence.tooLarge', { limit: evidenceFileLimit });
  return problem(status >= 500 ? 'evidence.notStored' : 'upload.invalid');
}
