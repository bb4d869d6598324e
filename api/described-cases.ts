import { z } from 'zod';
import { actions } from '../domain/process.ts';
import { describe } from './openapi.ts';
import { actAnswer, caseAnswer, commandAnswer, pendingAnswer } from './schemas/case.ts';
import { filing } from './schemas/filing.ts';
import { describedInputs } from './schemas/inputs.ts';

const tag = '案件';
const params = z.object({ id: z.string() });

describe({
  method: 'post',
  path: '/api/v1/cases',
  summary: '立案、受理 File a case',
  tag,
  body: filing,
  answers: { 201: actAnswer, 202: pendingAnswer },
});
describe({
  method: 'get',
  path: '/api/v1/cases/{id}',
  summary: '案件全貌，及现在能办、不能办的事 A case, and what the reader may do now',
  tag,
  params,
  answers: { 200: caseAnswer },
});
describe({
  method: 'get',
  path: '/api/v1/commands/{id}',
  summary: '自己的一次操作办成了没有 What became of a command of one’s own',
  tag,
  params,
  answers: { 200: commandAnswer },
});

for (const { action, schema } of describedInputs) {
  const { zh, en } = actions[action];
  describe({
    method: 'post',
    path: `/api/v1/cases/{id}/actions/${action}`,
    summary: `${zh} ${en}`,
    tag: '办理',
    params,
    body: schema,
    answers: { 200: actAnswer, 202: pendingAnswer },
  });
}
