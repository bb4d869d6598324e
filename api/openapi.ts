import {
  extendZodWithOpenApi,
  OpenAPIRegistry,
  OpenApiGeneratorV31,
  type RouteConfig,
} from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { breakMessages } from '../domain/administration/import-breaks.ts';
import { refusalMessages } from '../domain/refusal.ts';
import { problemMessages } from './problem-messages.ts';

extendZodWithOpenApi(z);

export const registry = new OpenAPIRegistry();

const problemSchema = registry.register(
  'Problem',
  z.object({
    type: z.string(),
    title: z.string(),
    titleEn: z.string(),
    status: z.int(),
    code: z.enum([...Object.keys(problemMessages), ...Object.keys(refusalMessages), ...Object.keys(breakMessages)]),
    detail: z.string(),
    detailEn: z.string(),
    instance: z.string(),
    requirement: z.string().optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
);

const problemStatuses: Record<number, string> = {
  400: '请求有误 The request is not valid',
  401: '尚未登录 Not signed in',
  403: '无权办理 Not allowed',
  404: '没有 Unknown',
  409: '现在不能办理 Refused in the present state',
  412: '协议版本不符 Another version of the protocol',
  413: '正文过大 Too large',
  415: '内容类型不支持 Media type not supported',
  416: '字节范围超出 Range outside the file',
  422: '幂等键与内容不符，或者文件不收 Key used with another body, or a file that is not taken',
  429: '请求过多 Too many attempts',
  431: '地址或者请求头超过 16 KB，没有正文 Address or headers beyond 16 KB; no body',
  500: '内部错误 Internal error',
  503: '暂时不可用 Away for the moment',
};

export interface Described {
  method: 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete';
  /** In OpenAPI's form: /api/v1/cases/{id}. */
  path: string;
  summary: string;
  tag?: string;
  body?: z.ZodType;
  query?: z.ZodObject;
  /** Headers beside those that its kind of request has. */
  headers?: z.ZodObject;
  /** The content type of a body that is bytes, not JSON. */
  bytes?: string;
  /** The content types of a good answer that is bytes. */
  files?: string[];
  params?: z.ZodObject;
  /** The schema of what each event of a stream holds; it has no other good answer. */
  stream?: z.ZodType;
  /** The schema of each good answer by status; z.null() for one without a body. */
  answers: Record<number, z.ZodType>;
  /** Statuses of problems beside those that its kind of request can have. */
  alsoProblems?: number[];
  /** False for what anybody may read; then neither session nor CSRF token is asked for. */
  signedIn?: boolean;
  /** Whether it needs an Idempotency-Key; unless told, every POST under a session does. */
  idempotent?: boolean;
  /** Whether it takes a plain form too. */
  form?: boolean;
  /** Whether it answers CSV: instead of JSON where its answer is a text, beside it otherwise. */
  csv?: boolean;
}

const whenAgain = z.object({ 'Retry-After': z.int().describe('几秒后再试 In how many seconds to try again') });
const bytes = z.string().meta({ format: 'binary' });

/** Adds one route to the published description, with the headers and problem answers that follow from its kind. */
export function describe(route: Described): void {
  const config: RouteConfig = {
    method: route.method,
    path: route.path,
    summary: route.summary,
    ...(route.tag && { tags: [route.tag] }),
    security: route.signedIn === false ? [] : [{ session: [] }],
    request: {
      ...(route.params && { params: route.params }),
      ...(route.query && { query: route.query }),
      ...(route.body && { body: { required: demanded(route.body), content: bodyContent(route.body, route.form) } }),
      ...(route.bytes && { body: { required: true, content: { [route.bytes]: { schema: bytes } } } }),
      headers: headersOf(route),
    },
    responses: {
      ...goodAnswers(route),
      ...(route.stream && streamAnswer(route.stream)),
      ...problemAnswers(problemsOf(route)),
    },
  };
  registry.registerPath(config);
}

/** Every described route, its method in capitals; GET answers HEAD too. */
export function describedRoutes(): { method: string; path: string }[] {
  const routes = registry.definitions.flatMap((one) => (one.type === 'route' ? [one.route] : []));
  return routes.flatMap(({ method, path }) =>
    [method, ...(method === 'get' ? ['head'] : [])].map((one) => ({ method: one.toUpperCase(), path })),
  );
}

/** The whole description, OpenAPI 3.1. */
export function openApiDocument(): object {
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: '三项 Sanxiang',
      version: '0.1.0',
      description:
        '行政执法公示、执法全过程记录、重大执法决定法制审核。 Errors are application/problem+json with a stable `code`.',
    },
    servers: [{ url: '/' }],
  });
}

registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'sanxiang.sid' });

/** A body that is not there is read as an empty one. */
function demanded(body: z.ZodType): boolean {
  return !body.safeParse({}).success;
}

function bodyContent(schema: z.ZodType, form = false) {
  const json = { 'application/json': { schema } };
  return form ? { ...json, 'application/x-www-form-urlencoded': { schema } } : json;
}

function headersOf({ method, signedIn = true, idempotent, stream, headers }: Described): z.ZodObject {
  const clock = z.string().optional().describe('仅演练环境 Profile rehearsal only: 2026-02-12T10:00:00+08:00');
  return z.object({
    ...(!reads(method) && signedIn && { 'X-CSRF-Token': z.string() }),
    ...((idempotent ?? (method === 'post' && signedIn)) && { 'Idempotency-Key': z.string() }),
    ...(stream && { 'Last-Event-ID': z.string().optional() }),
    'Sanxiang-Clock': clock,
    ...headers?.shape,
  });
}

function reads(method: Described['method']): boolean {
  return method === 'get' || method === 'head';
}

function goodAnswers({ answers, csv, files }: Described): RouteConfig['responses'] {
  return Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => {
      const empty = schema instanceof z.ZodNull;
      const content = {
        ...(!((csv || files) && schema instanceof z.ZodString) && { 'application/json': { schema } }),
        ...(csv && { 'text/csv': { schema: z.string() } }),
        ...(files && Object.fromEntries(files.map((type) => [type, { schema: bytes }]))),
      };
      return [status, { description: '成功 OK', ...(!empty && { content }) }];
    }),
  );
}

function streamAnswer(schema: z.ZodType): RouteConfig['responses'] {
  return { 200: { description: '事件流 Events as they happen', content: { 'text/event-stream': { schema } } } };
}

function problemAnswers(statuses: number[]): RouteConfig['responses'] {
  const content = { 'application/problem+json': { schema: problemSchema } };
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: problemStatuses[status] ?? '',
        // What Node.js refuses before it is a request of ours.
        ...(status !== 431 && { content }),
        ...(status === 429 && { headers: whenAgain }),
      },
    ]),
  );
}

function problemsOf({ method, body, params, query, signedIn = true, alsoProblems = [] }: Described): number[] {
  return [
    ...alsoProblems,
    400,
    ...(signedIn ? [401] : []),
    ...(signedIn && !reads(method) ? [403] : []),
    ...(params ? [404] : []),
    ...(signedIn && method === 'post' ? [409, 422] : []),
    ...(body ? [413, 415] : []),
    ...(query ? [431] : []),
    500,
    503,
  ];
}
