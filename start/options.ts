import { readConfig } from '../config.ts';
import type { SystemOptions } from './system.ts';

const profiles = ['demo', 'production'] as const;

/**
 * What `npm start` was asked for in the environment and on the command line: `--empty` leaves the demo without cases.
 * @throws one sentence about a setting that makes no sense
 */
export function optionsFromEnvironment(env: NodeJS.ProcessEnv, args: string[] = []): Omit<SystemOptions, 'say'> {
  const unknown = args.find((arg) => arg !== '--empty');
  if (unknown !== undefined)
    throw new Error(`不认识 ${unknown}，只有 --empty。 Unknown argument ${unknown}; there is --empty.`);
  const address = env['TEMPORAL_ADDRESS'];
  const options = {
    profile: profile(env['SANXIANG_PROFILE']),
    cases: profile(env['SANXIANG_PROFILE']) === 'demo' && args.length === 0,
    dataDir: env['SANXIANG_DATA'] || '.sanxiang',
    port: port('PORT', env) ?? 3000,
    temporal: address ? { address, namespace: env['TEMPORAL_NAMESPACE'] } : undefined,
    databaseUrl: env['DATABASE_URL'] || undefined,
    databaseOwnerUrl: env['DATABASE_OWNER_URL'] || undefined,
    taskQueue: env['SANXIANG_TASK_QUEUE'],
    ports: { postgres: port('POSTGRES_PORT', env), temporal: port('TEMPORAL_PORT', env) },
  };
  refuseWrongSettings({ ...env, SANXIANG_PROFILE: options.profile });
  return options;
}

/** What worker and API would refuse when everything else runs is refused before anything does. */
function refuseWrongSettings({ PORT: _, DATABASE_URL: url, ...env }: NodeJS.ProcessEnv): void {
  readConfig({ ...env, DATABASE_URL: url || 'postgresql://built-in' });
}

function profile(value = 'demo'): (typeof profiles)[number] {
  const known = profiles.find((name) => name === value);
  if (known) return known;
  throw new Error(
    `SANXIANG_PROFILE 只能是 ${profiles.join('、')}。 SANXIANG_PROFILE must be one of ${profiles.join(', ')}, not ${value}.`,
  );
}

function port(name: string, env: NodeJS.ProcessEnv): number | undefined {
  const value = env[name];
  if (!value) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number < 65_536) return number;
  throw new Error(`${name} 必须是端口号。 ${name} must be a port number, not ${value}.`);
}
