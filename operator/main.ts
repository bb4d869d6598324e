import { openOurDatabase, Refused } from '../check/our-database.ts';
import { openDatabase } from '../prisma/client.ts';
import { BadCall, parseCall, type Call } from './call.ts';
import { CannotBe, operate } from './operate.ts';

/** Exit code: 0 done, 2 nothing done. */
process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  try {
    const call = parseCall(args);
    const { password } = await carriedOut(call);
    console.log(said(call, password));
    return 0;
  } catch (error) {
    const expected = error instanceof BadCall || error instanceof Refused || error instanceof CannotBe;
    const { message } = error as Error;
    console.error(expected ? message : `未能办理，什么都没有改变。 Nothing was changed: ${message}`);
    return 2;
  }
}

async function carriedOut(call: Call): Promise<{ password: string | null }> {
  const url = process.env['DATABASE_OWNER_URL'] ?? process.env['DATABASE_URL'];
  // Says in a sentence whether it is ours, of this version, and its owner's.
  await (await openOurDatabase(url)).end();
  const database = openDatabase(url!, 1);
  try {
    return await operate(database, call, Date.now());
  } finally {
    await database.$disconnect();
  }
}

function said({ what, id }: Call, password: string | null): string {
  if (password === null) return `${id} 已离任，账号停用。 ${id} left, and the account is disabled.`;
  const done = what === 'appoint' ? '已任命 Appointed' : '已重设密码 New password';
  return `${done}：\n  用户名 user name: ${id}\n  密码 password: ${password}\n密码只显示这一次。 The password is shown this once.`;
}
