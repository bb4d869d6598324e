import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Seat } from './seats.ts';

/**
 * positive_data_acceptance is off: what a text may not hold (control and invisible characters) is in no schema. The others
 * that are off need what this API has not: links between operations, or a schema that says who may see what.
 */
export const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
  'unsupported_method',
  'allow_header_conformance',
];

/** One request as it was answered. */
export interface Told {
  operation: string;
  status: number;
  /** `negative` where it broke the description on purpose. */
  mode: 'positive' | 'negative';
}

export interface Sending {
  program: string;
  url: string;
  seat: Seat;
  /** Where it writes. */
  folder: string;
  phases: string;
  /** Requests per operation made up from the schemas. */
  examples: number;
}

export interface Report {
  told: Told[];
  /** What Schemathesis found; empty when all is well. */
  found: string;
}

/** Sends a seat's requests to the running system. */
export async function send({ program, url, seat, folder, phases, examples }: Sending): Promise<Report> {
  mkdirSync(folder, { recursive: true });
  const seatFile = join(folder, 'seat.json');
  const toldFile = join(folder, 'told.jsonl');
  writeFileSync(seatFile, JSON.stringify(seat));
  writeFileSync(toldFile, '');
  const args = [
    ...[
      '--config-file',
      fileURLToPath(new URL('schemathesis.toml', import.meta.url)),
      'run',
      `${url}/api/v1/openapi.json`,
      '--url',
      url,
      // A stream never ends by itself.
      '--exclude-path',
      '/api/v1/notifications/stream',
      '--no-color',
      '--warnings',
      'off',
      '--request-timeout',
      '60',
    ],
    ...[
      '--phases',
      phases,
      '--max-examples',
      String(examples),
      '--seed',
      String(seat.seed),
      '--checks',
      checks.join(','),
    ],
    ...['--generation-with-security-parameters', 'false', '--generation-database', 'none'],
    ...['--suppress-health-check', 'all', '--no-shrink', '--continue-on-failure'],
  ];
  const env = {
    ...process.env,
    ...{ SCHEMATHESIS_HOOKS: 'hooks', PYTHONPATH: fileURLToPath(new URL('.', import.meta.url)) },
    ...{ PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1', SANXIANG_SEAT: seatFile, SANXIANG_TOLD: toldFile },
  };
  const child = spawn(program, args, { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (printed += String(part)));
  const code = await new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
  const lines = readFileSync(toldFile, 'utf8').trim().split('\n').filter(Boolean);
  const begins = Math.max(0, printed.search(/^=+ (FAILURES|ERRORS) =+$/m));
  return {
    told: lines.map((line) => JSON.parse(line) as Told),
    found: code === 0 ? '' : `${seat.name}: exit ${code}\n${printed.slice(begins).slice(0, 20_000)}`,
  };
}
