import { existsSync, readFileSync } from 'node:fs';
import type { RunningSystem, SystemOptions } from './system.ts';

interface DemoAccount {
  username: string;
  password: string;
  name: string;
  role: string;
  agency: string;
}

/** The last words of a start: the address, how to sign in, where the data lies, how to stop. */
export function summary(system: RunningSystem, profile: SystemOptions['profile'], accountsFile: string): string {
  const lines = ['', `三项已就绪 · Sanxiang is ready:  ${system.url}`, ''];
  if (profile === 'demo' && existsSync(accountsFile)) lines.push(...signIns(accountsFile), '');
  if (profile === 'production') lines.push('管理员 · administrators:  npm run administrators（docs/operating.md）');
  lines.push(`数据目录 · data:  ${system.dataDir}（日志 · logs: logs/）`);
  if (system.temporalUi) lines.push(`Temporal 页面 · Temporal's pages:  ${system.temporalUi}`);
  lines.push('停止 · to stop:  Ctrl-C', '');
  return lines.join('\n');
}

function signIns(file: string): string[] {
  const accounts = JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[];
  const shown = oneOfEachRole(accounts);
  const widest = Math.max(...shown.map(({ username }) => username.length));
  return [
    '演示账号 · demo sign-ins（用户名 密码 · user name, password）:',
    ...shown.map(
      ({ username, password, name, role, agency }) =>
        `  ${username.padEnd(widest)}  ${password}  ${name}  ${role}  ${agency}`,
    ),
    `  全部账号 · all of them:  ${file}`,
  ];
}

/** Somebody for every role, from one agency as far as it has the role: its people can take a case from end to end. */
function oneOfEachRole(accounts: DemoAccount[]): DemoAccount[] {
  const home = agencyWithMostRoles(accounts);
  const homeFirst = accounts.toSorted((a, b) => Number(b.agency === home) - Number(a.agency === home));
  const covered = new Set<string>();
  return homeFirst.filter(({ role }) => {
    const roles = rolesOf(role);
    const adds = roles.some((one) => !covered.has(one));
    for (const one of roles) covered.add(one);
    return adds;
  });
}

function agencyWithMostRoles(accounts: DemoAccount[]): string | undefined {
  const roles = new Map<string, Set<string>>();
  for (const { agency, role } of accounts) roles.set(agency, new Set([...(roles.get(agency) ?? []), ...rolesOf(role)]));
  return [...roles].toSorted(([, a], [, b]) => b.size - a.size)[0]?.[0];
}

function rolesOf(role: string): string[] {
  return role.split('、');
}
