import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { Router, type Request, type Response } from 'express';
import type { Config } from '../../config.ts';
import { keptAt } from '../../evidence/folder.ts';
import { createIntact } from '../../evidence/keep.ts';
import { openUploads, type Upload, type Uploads } from '../../evidence/uploads.ts';
import { inAgency, type Database } from '../../prisma/client.ts';
import { findEvidenceFile } from '../../prisma/evidence-files.ts';
import { createArrival } from '../evidence/arrive.ts';
import { fileView } from '../evidence/file-view.ts';
import { givenOut } from '../evidence/given-out.ts';
import { mayUpload, readableFile } from '../evidence/may.ts';
import { announcedIn, creating, passedOn, speaksTus, tusVersion, uploadProblem } from '../evidence/upload-request.ts';
import '../evidence/described.ts';
import { problem } from '../problem.ts';
import { momentOf } from '../request-clock.ts';
import { fileId } from '../schemas/evidence-files.ts';
import { signedIn, type SignedIn } from '../session.ts';

const path = '/api/v1/evidence-files';

/** Files of evidence: brought over the resumable protocol tus, kept for ever, given out to who may read their case. */
export function evidenceFileRoutes({ config, database }: { config: Config; database: Database }): Router {
  const router = Router();
  const folder = config.evidenceDir;
  const intact = createIntact(folder);
  let opened: ReturnType<typeof open> | undefined;
  // With the first upload, so that an API to which nobody brings anything makes no folder.
  const desk = () => (opened ??= open());

  function open() {
    const uploads = openUploads(folder, path, ({ url }) => idIn(url));
    return { uploads, arrive: createArrival({ database, folder, uploads }) };
  }

  router.post(path, async (request, response) => {
    const actor = signedIn(request);
    speaksTus(request);
    if (request.headers['transfer-encoding'] || Number(request.get('Content-Length') ?? 0) > 0)
      throw problem('media.unsupported');
    const announced = announcedIn(request);
    await mayUpload(database, actor, announced.caseId, momentOf(request, config));
    const address = addressOf(randomBytes(16).toString('hex'));
    const answer = await desk().uploads.answer(creating(address, { ...announced, uploader: actor.personId }));
    if (answer.status !== 201) throw uploadProblem(answer.status);
    told(response, answer).status(201).location(new URL(address).pathname).end();
  });

  router.patch(`${path}/:id`, async (request, response) => {
    const actor = signedIn(request);
    speaksTus(request);
    const { id, upload } = await ownUpload(desk().uploads, actor, request);
    const answer = await desk().uploads.answer(passedOn(addressOf(id), request));
    if (answer.status !== 204) throw uploadProblem(answer.status);
    const offset = Number(answer.headers.get('Upload-Offset'));
    if (offset === upload.size)
      await desk().arrive({ ...upload, offset }, { id, agency: actor.agency, now: momentOf(request, config) });
    told(response, answer).status(204).end();
  });

  router.delete(`${path}/:id`, async (request, response) => {
    const actor = signedIn(request);
    speaksTus(request);
    const { id } = await ownUpload(desk().uploads, actor, request);
    const answer = await desk().uploads.answer(passedOn(addressOf(id), request));
    if (answer.status !== 204) throw uploadProblem(answer.status);
    told(response, answer).status(204).end();
  });

  /** How far an upload came. One that is whole has arrived by the time of the answer, whatever became of the part that brought its end. */
  router.head(`${path}/:id`, async (request, response, next) => {
    if (request.get('Tus-Resumable') === undefined) return next();
    const actor = signedIn(request);
    speaksTus(request);
    const id = idOf(request);
    const file = await inAgency(database, actor.agency, (transaction) => findEvidenceFile(transaction, id));
    if (file?.uploadedBy === actor.personId) return standing(response, { size: file.size, offset: file.size });
    const { upload } = await ownUpload(desk().uploads, actor, request);
    if (upload.offset === upload.size)
      await desk().arrive(upload, { id, agency: actor.agency, now: momentOf(request, config) });
    return standing(response, upload);
  });

  router.get(`${path}/:id/details`, async (request, response) => {
    const reader = signedIn(request);
    const id = idOf(request);
    const file = await inAgency(database, reader.agency, (transaction) => readableFile(transaction, reader, id));
    response.json(fileView(file));
  });

  router.get(`${path}/:id`, async (request, response, next) => {
    const reader = signedIn(request);
    const id = idOf(request);
    const file = await inAgency(database, reader.agency, (transaction) => readableFile(transaction, reader, id));
    if (!(await intact(file.sha256))) throw problem('evidence.damaged', { sha256: file.sha256 });
    const kept = keptAt(folder, file.sha256);
    response.set(givenOut(file));
    const options = { root: dirname(kept), cacheControl: false, lastModified: false };
    // A reader who goes away in the middle is nobody's fault.
    response.sendFile(file.sha256, options, (error) => error && !response.headersSent && next(error));
  });

  return router;
}

/**
 * An upload that is under way, for whoever began it.
 * @throws Problem 404 evidence.unknown
 */
async function ownUpload(uploads: Uploads, actor: SignedIn, request: Request): Promise<{ id: string; upload: Upload }> {
  const id = idOf(request);
  const upload = await uploads.find(id);
  if (upload?.uploader !== actor.personId) throw problem('evidence.unknown');
  return { id, upload };
}

function idOf(request: Request): string {
  const id = fileId.safeParse(request.params['id']);
  if (!id.success) throw problem('evidence.unknown');
  return id.data;
}

/** The protocol's server asks for whole addresses; of this one only the path is ever told. */
function addressOf(id: string): string {
  return `http://localhost${path}/${id}`;
}

function idIn(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1);
}

function standing(response: Response, { size, offset }: Pick<Upload, 'size' | 'offset'>): void {
  response.set({ 'Tus-Resumable': tusVersion, 'Cache-Control': 'no-store' });
  response
    .set({ 'Upload-Length': String(size), 'Upload-Offset': String(offset) })
    .status(200)
    .end();
}

/** What the protocol says beside the status. */
function told(response: Response, answer: globalThis.Response): Response {
  for (const name of ['Tus-Resumable', 'Upload-Offset']) {
    const value = answer.headers.get(name);
    if (value !== null) response.set(name, value);
  }
  return response;
}
