import { Router } from 'express';
import { z } from 'zod';
import { shanghai } from '../../domain/calendar.ts';
import { asPerson } from '../../prisma/notifications.ts';
import { dropWorkingCopy, keepWorkingCopy, workingCopies } from '../../prisma/working-copies.ts';
import { describe } from '../openapi.ts';
import { problem } from '../problem.ts';
import { readableCase } from '../readable-case.ts';
import * as schemas from '../schemas/working-copies.ts';
import { signedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';

const path = '/api/v1/working-copies';
const one = `${path}/{id}`;
const tag = '工作稿';

// prettier-ignore
describe({ method: 'get', path, summary: '我的工作稿 What I am writing and have not filed or saved yet', tag, query: schemas.copiesQuery, answers: { 200: schemas.copiesAnswer }, alsoProblems: [404] });
// prettier-ignore
describe({ method: 'put', path: one, summary: '保存工作稿 Keep what was typed', tag, params: schemas.copyParams, body: schemas.copyBody, answers: { 200: schemas.copyAnswer }, alsoProblems: [409] });
// prettier-ignore
describe({ method: 'delete', path: one, summary: '删除工作稿 Delete a working copy', tag, params: schemas.copyParams, query: schemas.dropQuery, answers: { 204: z.null() }, alsoProblems: [409] });

/** A person's own working copies (工作稿): kept as typed, read by nobody else, on real time like sessions. */
export function workingCopyRoutes({ database }: Pick<CaseDeps, 'database'>): Router {
  const router = Router();

  router.get(path, async (request, response) => {
    const writer = signedIn(request);
    const caseId = caseOf(schemas.copiesQuery.parse(request.query).place);
    const copies = await asPerson(database, writer, async (transaction) => {
      if (caseId) await readableCase(transaction, writer, caseId);
      return workingCopies(transaction, caseId);
    });
    const items = copies.map(({ id, revision, savedAt, content }) => ({ id, revision, savedAt: at(savedAt), content }));
    response.json({ items } satisfies schemas.CopiesAnswer);
  });

  router.put(`${path}/:id`, async (request, response) => {
    const writer = signedIn(request);
    const { id } = schemas.copyParams.parse(request.params);
    const { place, base, content } = schemas.copyBody.parse(request.body);
    const caseId = caseOf(place);
    const kept = await asPerson(database, writer, async (transaction) => {
      if (caseId && (await readableCase(transaction, writer, caseId)).agency !== writer.agency)
        throw problem('case.unknown');
      const { personId, agency } = writer;
      return keepWorkingCopy(transaction, { personId, agency, id, caseId, base, content, now: new Date() });
    });
    if (!('revision' in kept)) throw problem(`workingCopy.${kept.kind}`);
    const { revision, savedAt } = kept;
    if (kept.kind === 'changed') throw problem('workingCopy.changed', { revision, savedAt: at(savedAt) });
    response.json({ id, revision, savedAt: at(savedAt) } satisfies schemas.CopyAnswer);
  });

  router.delete(`${path}/:id`, async (request, response) => {
    const writer = signedIn(request);
    const { id } = schemas.copyParams.parse(request.params);
    const { revision } = schemas.dropQuery.parse(request.query);
    const dropped = await asPerson(database, writer, (transaction) => dropWorkingCopy(transaction, id, revision));
    if (!dropped) throw problem('workingCopy.changed');
    response.status(204).end();
  });

  return router;
}

function caseOf(place: string): string | null {
  return place === 'new' ? null : place;
}

function at(moment: Date): string {
  return shanghai(moment.getTime());
}
