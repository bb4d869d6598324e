import { z } from 'zod';
import { evidenceFileTypes } from '../../domain/evidence-file.ts';
import { describe } from '../openapi.ts';
import { evidenceFile } from '../schemas/evidence-files.ts';

const tag = '证据文件';
const path = '/api/v1/evidence-files';
const params = z.object({ id: z.string() });
const tus = z.object({ 'Tus-Resumable': z.literal('1.0.0') });
const inAnswer = '办完后用 GET …/{id}/details 查看 Afterwards see GET …/{id}/details';

describe({
  method: 'post',
  path,
  summary: `开始上传（tus 1.0.0，地址在 Location） Begin an upload (tus 1.0.0, its address is in Location)`,
  tag,
  idempotent: false,
  headers: tus.extend({
    'Upload-Length': z.string().regex(/^[1-9]\d{0,8}$/),
    'Upload-Metadata': z
      .string()
      .describe('filename，本案的 caseId；值用 base64 filename, caseId of an open case; values in base64'),
  }),
  answers: { 201: z.null() },
  alsoProblems: [404, 412, 413, 415],
});
describe({
  method: 'head',
  path: `${path}/{id}`,
  summary: '收到了多少 How much of an upload has arrived',
  tag,
  params,
  headers: z.object({ 'Tus-Resumable': z.literal('1.0.0').optional() }),
  answers: { 200: z.null() },
  alsoProblems: [412, 416, 422],
});
describe({
  method: 'patch',
  path: `${path}/{id}`,
  summary: `上传一段；最后一段到齐即核对、入库 Send a part; with the last one the file is looked at and kept. ${inAnswer}`,
  tag,
  params,
  bytes: 'application/offset+octet-stream',
  headers: tus.extend({ 'Upload-Offset': z.string().regex(/^\d{1,9}$/) }),
  answers: { 204: z.null() },
  alsoProblems: [409, 412, 413, 422],
});
describe({
  method: 'delete',
  path: `${path}/{id}`,
  summary: '放弃未传完的上传 Give an unfinished upload up',
  tag,
  params,
  headers: tus,
  answers: { 204: z.null() },
  alsoProblems: [412],
});
describe({
  method: 'get',
  path: `${path}/{id}`,
  summary: '文件本身；可按 Range 分段 The file; parts by Range',
  tag,
  params,
  files: Object.keys(evidenceFileTypes),
  answers: { 200: z.string(), 206: z.string(), 304: z.null() },
  alsoProblems: [416],
});
describe({
  method: 'get',
  path: `${path}/{id}/details`,
  summary: '文件的名称、大小、类型和 SHA-256 Name, size, type and SHA-256 of a file',
  tag,
  params,
  answers: { 200: evidenceFile },
});
