import { parseArgs } from 'node:util';
import { administrators, isAdministrator, type Administrator } from '../domain/administration/administrators.ts';

/** What the operator asks for on the command line. */
export type Call =
  { what: 'appoint'; role: Administrator; id: string; name: string } | { what: 'dismiss' | 'password'; id: string };

/** A call that cannot be carried out; the message says so in Chinese and English, with the right form. */
export class BadCall extends Error {}

const usage = [
  `npm run administrators -- appoint ${administrators.join('|')} USER NAME`,
  'npm run administrators -- dismiss USER',
  'npm run administrators -- password USER',
].join('\n');

/** Reads the command line. @throws BadCall */
export function parseCall(args: string[]): Call {
  const [what, ...rest] = positionalsIn(args);
  if (what === 'appoint') {
    const [role = '', id = '', name = ''] = taken(rest, 3);
    if (!isAdministrator(role)) throw badCall(`没有管理员角色 ${role}`, `there is no administrator ${role}`);
    if (!name.trim() || name.length > 100) throw badCall('姓名为 1 至 100 字', 'a name has 1 to 100 characters');
    return { what, role, id: userName(id), name: name.trim() };
  }
  if (what === 'dismiss' || what === 'password') return { what, id: userName(taken(rest, 1)[0] ?? '') };
  throw badCall('请写明做什么', 'say what to do');
}

function taken(words: string[], count: number): string[] {
  if (words.length === count) return words;
  throw badCall(`应有 ${count} 个参数，写了 ${words.length} 个`, `${count} words are needed, not ${words.length}`);
}

function userName(id: string): string {
  if (/^[\w-]{1,64}$/.test(id)) return id;
  throw badCall('用户名为 1 至 64 个字母、数字、_、-', 'a user name has 1 to 64 letters, digits, _ and -');
}

function positionalsIn(args: string[]): string[] {
  try {
    return parseArgs({ args, allowPositionals: true, options: {} }).positionals;
  } catch (error) {
    throw badCall('参数有误', (error as Error).message);
  }
}

function badCall(zh: string, en: string): BadCall {
  return new BadCall(`${zh} · ${en}:\n${usage}`);
}
