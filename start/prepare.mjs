// Runs before anything is installed, so: plain JavaScript, and nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const oldestNode = [20, 19];

/** Checks Node, installs what is missing and generates the database client; ends the process with a sentence when it cannot. */
export function prepare() {
  checkNode();
  process.chdir(root);
  install();
  generateClient();
  buildDesks();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  giveUp(
    `需要 Node.js 20.19 以上，当前为 ${process.version}。 Node.js 20.19 or later is needed; this is ${process.version}.`,
  );
}

function install() {
  if (isInstalled()) return;
  console.log('安装依赖，首次约需一分钟 · installing dependencies: about a minute the first time');
  // A mirror may lack packages of other platforms, which `npm ci` minds and `npm install` does not.
  if (!npm('ci') && !npm('install', '--no-save')) {
    giveUp(
      '依赖安装失败，请检查 npm 的源与网络。 The dependencies could not be installed: check npm’s registry and the network.',
    );
  }
}

/** @param {string[]} args */
function npm(...args) {
  const options = /** @type {const} */ ({ stdio: 'inherit', shell: process.platform === 'win32' });
  return spawnSync('npm', [...args, '--no-fund', '--no-audit'], options).status === 0;
}

/** npm notes what it installed when it has finished; file times would say "stale" after every switch of branches. */
function isInstalled() {
  const note = join('node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const installed = packagesOf(note);
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional, devOptional, dev }]) =>
      path === '' ||
      optional ||
      devOptional ||
      (dev && process.env['NODE_ENV'] === 'production') ||
      installed[path]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, dev?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function generateClient() {
  const schema = join('prisma', 'schema.prisma');
  const client = join('prisma', 'generated');
  if (!existsSync(schema) || isNewer(newestFile(client), schema)) return;
  console.log('生成数据库客户端 · generating the database client');
  const prisma = join('node_modules', 'prisma', 'build', 'index.js');
  // Generating needs no schema engine; naming any program for it keeps Prisma from downloading one.
  const engine = ['/bin/true', '/usr/bin/true'].find((file) => existsSync(file)) ?? process.execPath;
  const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, 'generate'], {
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: engine,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
    encoding: 'utf8',
  });
  if (status !== 0) giveUp(`数据库客户端生成失败。 The database client could not be generated:\n${stdout}${stderr}`);
}

/** The desks in the browser are built once, and again when what they are made of has changed. */
function buildDesks() {
  const page = join('web', 'dist', 'index.html');
  const madeOf = ['web', 'domain', join('api', 'schemas'), 'package-lock.json'].map((one) => newestFile(one, ['dist']));
  if (existsSync(page) && madeOf.every((file) => isNewer(page, file))) return;
  console.log('生成网页工作台 · building the desks for the browser');
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    encoding: 'utf8',
  });
  if (status !== 0) giveUp(`网页工作台生成失败。 The desks could not be built:\n${stdout}${stderr}`);
}

/**
 * @param {string} folder
 * @param {string[]} except
 */
function newestFile(folder, except = []) {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return folder;
  const files = readdirSync(folder)
    .filter((name) => !except.includes(name))
    .map((name) => newestFile(join(folder, name)));
  return files.reduce((newest, file) => (isNewer(file, newest) ? file : newest), folder);
}

/**
 * @param {string} file
 * @param {string} other
 */
function isNewer(file, other) {
  return existsSync(file) && statSync(file).mtimeMs >= statSync(other).mtimeMs;
}

/** @param {string} sentence */
function giveUp(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}
