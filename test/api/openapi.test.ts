import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument } from '../../api/openapi.ts';
import { actAnswer, caseAnswer, commandAnswer } from '../../api/schemas/case.ts';
import { actions } from '../../domain/process.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { storyOf } from '../support/stories.ts';

interface Operation {
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { required?: boolean; content: Record<string, { schema: object }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface Layer {
  route?: { path: string; stack: { method: string }[] };
  handle?: { stack?: Layer[] };
}

let system: RecordedSystem;
let paths: Record<string, Record<string, Operation>>;

beforeAll(async () => {
  system = await createRecordedSystem();
  const { body } = await system.api.browser().get('/api/v1/openapi.json').expect(200);
  paths = body.paths;
});
afterAll(() => system.close());

function routesOf(stack: Layer[]): { method: string; path: string }[] {
  return stack.flatMap(({ route, handle }) =>
    route
      ? [...new Set(route.stack.map(({ method }) => method))].map((method) => ({ method, path: route.path }))
      : routesOf(handle?.stack ?? []),
  );
}

const operations = () =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

describe('the description of the API', () => {
  test('is a valid OpenAPI 3.1 document', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(openApiDocument())));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  test('names every route there is, and none that is not', () => {
    const router = (system.api.app as unknown as { router: { stack: Layer[] } }).router;
    const undescribed = ['/api/v1/openapi.json'];
    const routes = routesOf(router.stack).filter(
      ({ path }) => path.startsWith('/api/v1/') && !undescribed.includes(path),
    );
    const formOf = (path: string) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
    expect(routes.length).toBeGreaterThan(10);
    const described = operations();
    const notDescribed = routes.filter((route) => !described.some(({ method, path }) => method === route.method && formOf(route.path).test(path))); // prettier-ignore
    const notThere = described.filter(({ method, path }) => !routes.some((route) => route.method === method && formOf(route.path).test(path))); // prettier-ignore
    expect(notDescribed).toEqual([]);
    expect(notThere.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  test('has a path for every action of the process, with the schema of its body', () => {
    for (const action of Object.keys(actions).filter((name) => name !== 'register')) {
      const operation = paths[`/api/v1/cases/{id}/actions/${action}`]?.['post'];
      expect({ action, schema: operation?.requestBody?.content['application/json']?.schema }).toMatchObject({
        action,
        schema: { type: 'object' },
      });
    }
    const { requestBody } = paths['/api/v1/cases/{id}/actions/giveOpinion']!['post']!;
    expect(requestBody?.content['application/json']?.schema).toMatchObject({
      properties: { verdict: { enum: expect.arrayContaining(['agree', 'transfer']) } },
      additionalProperties: false,
    });
  });

  test('asks for a body exactly where an empty one would be refused, and tells what else may be answered', () => {
    const { post: comment } = paths['/api/v1/cases/{id}/actions/comment']!;
    const { post: addRecord } = paths['/api/v1/cases/{id}/actions/addRecord']!;
    expect([comment, addRecord].map((one) => one!.requestBody!.required)).toEqual([false, true]);
    expect(Object.keys(paths['/api/v1/session']!['post']!.responses)).toEqual(
      expect.arrayContaining(['401', '403', '429']),
    );
    const { 429: tooMany } = paths['/api/v1/calendar/due']!['get']!.responses as Record<string, any>;
    expect(tooMany.headers['Retry-After'].schema).toMatchObject({ type: 'integer' });
    expect(Object.keys(paths['/api/v1/admin/changes']!['get']!.responses)).toContain('403');
    expect(Object.keys(paths['/api/v1/admin/roles']!['post']!.responses)).toContain('404');
  });

  test('gives patterns that a reader of JSON Schema can apply', () => {
    const { schema } =
      paths['/api/v1/cases/{id}/actions/addRecord']!['post']!.requestBody!.content['application/json']!;
    const { pattern } = (schema as { properties: Record<string, { pattern: string }> }).properties['id']!;
    expect(['E1', '证-3', 'E 1', ''].map((id) => new RegExp(pattern, 'u').test(id))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(JSON.stringify(paths)).not.toMatch(/\$\/[a-z]+"/);
  });

  test('gives every operation a sentence, its headers, a good answer and its problems', () => {
    for (const { path, method, operation } of operations()) {
      const statuses = Object.keys(operation.responses);
      const headers = (operation.parameters ?? []).filter((one) => one.in === 'header').map(({ name }) => name);
      expect({ path, method, summary: operation.summary }).toMatchObject({ summary: expect.stringMatching(/\S+ \S+/) });
      expect(statuses.some((status) => status.startsWith('2'))).toBe(true);
      expect(statuses).toEqual(expect.arrayContaining(['400', '500']));
      if (path.includes('/cases') && method === 'post') expect(headers).toEqual(expect.arrayContaining(['X-CSRF-Token', 'Idempotency-Key'])); // prettier-ignore
      for (const name of path.match(/\{\w+\}/g) ?? []) {
        expect(operation.parameters).toContainEqual(
          expect.objectContaining({ name: name.slice(1, -1), in: 'path', required: true }),
        );
      }
    }
  });
});

test('the answers are as described, from filing to the archive', async () => {
  let id = '';
  for (const { action, person, body, at } of storyOf('C02').requests) {
    const path = action === 'register' ? '/api/v1/cases' : `/api/v1/cases/${id}/actions/${action}`;
    const acted = await system.post(person, path, renumbered(body), at);
    expect({ action, answer: actAnswer.parse(acted.body) }).toEqual({ action, answer: acted.body });
    id ||= acted.body.id;
    const read = await system.get(person, `/api/v1/cases/${id}`, at);
    expect({ action, answer: caseAnswer.parse(read.body) }).toEqual({ action, answer: read.body });
  }
});

/** The first opinion and the first decision of their series, where the story has the second. */
function renumbered(body: Record<string, unknown>): Record<string, unknown> {
  const first = (number: unknown) => (typeof number === 'string' ? number.replace(/\d+号$/, '1号') : number);
  return {
    ...body,
    ...('opinionNo' in body && { opinionNo: first(body['opinionNo']) }),
    ...('documentNo' in body && 'contentVersion' in body && { documentNo: first(body['documentNo']) }),
  };
}

test('a command of one’s own is told as described, to nobody else', async () => {
  const [row] = await system.db.asOwner<{ id: string; person_id: string }>(
    `SELECT id, person_id FROM command_intake WHERE person_id = 'xltyj-h3' LIMIT 1`,
  );
  const own = await system.get('xltyj-h3', `/api/v1/commands/${row!.id}`);
  expect(commandAnswer.parse(own.body)).toEqual(own.body);
  expect((await system.get('xltyj-h4', `/api/v1/commands/${row!.id}`)).status).toBe(404);
});
