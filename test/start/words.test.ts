import { afterAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { optionsFromEnvironment } from '../../start/options.ts';
import { summary } from '../../start/summary.ts';
import type { RunningSystem } from '../../start/system.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

describe('the settings of a start', () => {
  it('are a demo on port 3000 below .sanxiang when nothing is set', () => {
    expect(optionsFromEnvironment({})).toMatchObject({
      profile: 'demo',
      port: 3000,
      dataDir: '.sanxiang',
      temporal: undefined,
    });
  });

  it('take the given Temporal and database', () => {
    const given = {
      TEMPORAL_ADDRESS: 'temporal:7233',
      TEMPORAL_NAMESPACE: 'justice',
      DATABASE_URL: 'postgresql://db/x',
    };
    expect(optionsFromEnvironment(given)).toMatchObject({
      temporal: { address: 'temporal:7233', namespace: 'justice' },
      databaseUrl: 'postgresql://db/x',
    });
  });

  it('give a demo its cases, unless told to leave it empty, and production none', () => {
    expect(optionsFromEnvironment({}).cases).toBe(true);
    expect(optionsFromEnvironment({}, ['--empty']).cases).toBe(false);
    expect(
      optionsFromEnvironment({ SANXIANG_PROFILE: 'production', SANXIANG_SESSION_SECRET: 's'.repeat(32) }).cases,
    ).toBe(false);
  });

  it('that make no sense are refused by name', () => {
    expect(() => optionsFromEnvironment({ PORT: 'three' })).toThrow('PORT must be a port number, not three');
    expect(() => optionsFromEnvironment({}, ['--emtpy'])).toThrow(/Unknown argument --emtpy/);
    expect(() => optionsFromEnvironment({ SANXIANG_PROFILE: 'test' })).toThrow(/SANXIANG_PROFILE must be one of/);
  });

  it('that worker and API would refuse are refused before anything is started', () => {
    const production = { SANXIANG_PROFILE: 'production' };
    expect(() => optionsFromEnvironment(production)).toThrow(/须设置 SANXIANG_SESSION_SECRET.*openssl rand -hex 32/);
    expect(() => optionsFromEnvironment({ SANXIANG_PROXIES: 'proxy.example' })).toThrow(/SANXIANG_PROXIES/);
    expect(() => optionsFromEnvironment({ SANXIANG_SMTP_URL: 'smtp://mail:25' })).toThrow(/SANXIANG_PUBLIC_URL/);
  });
});

describe('the last words of a start', () => {
  const system = { url: 'http://localhost:3000', dataDir: folder.path } as RunningSystem;
  const file = join(folder.path, 'demo-accounts.json');
  const account = (username: string, role: string, agency: string) => ({
    username,
    password: `pw-${username}`,
    name: '某人',
    role,
    agency,
  });

  it('show somebody for every role, of one agency where it has the role, and where the others are', () => {
    const accounts = [
      account('a1', 'handler', 'A'),
      account('b1', 'reviewer', 'B'),
      account('a2', 'archivist、handler', 'A'),
      account('a3', 'reviewer', 'A'),
      account('b2', 'overseer', 'B'),
    ];
    writeFileSync(file, JSON.stringify(accounts));
    const words = summary(system, 'demo', file);
    expect(words).toContain('http://localhost:3000');
    expect(words).toContain(file);
    expect(words.match(/pw-\w+/g)).toEqual(['pw-a1', 'pw-a2', 'pw-a3', 'pw-b2']);
  });

  it('show no sign-ins in production', () => {
    expect(summary(system, 'production', file)).not.toContain('pw-');
  });
});
