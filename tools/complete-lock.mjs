// After `npm install`: enters the packages of other platforms that the registry at hand does not carry, without which
// `npm ci` refuses the lock file everywhere. Each is optional and is fetched on its own platform only.
import { readFileSync, writeFileSync } from 'node:fs';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];
const libraries = { gnu: 'glibc', musl: 'musl' };

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const added = Object.entries(lock.packages).flatMap(([path, { dev, optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`])
    .map(([name, version]) => [`node_modules/${name}`, entry(name, version, dev)]),
);
const all = [...Object.entries(lock.packages), ...added].sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages: Object.fromEntries(all) }, null, 2)}\n`);
console.log(`${added.length} packages of other platforms entered`);

/**
 * @param {string} name
 * @param {unknown} version
 * @param {boolean | undefined} dev
 */
function entry(name, version, dev) {
  const words = name.split(/[-/]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  if (os.length !== 1 || cpu.length !== 1) throw new Error(`${name}: the platform cannot be told from its name`);
  const libc = Object.entries(libraries).flatMap(([word, library]) => (words.includes(word) ? [library] : []));
  return { version, cpu, ...(dev && { dev }), ...(libc.length > 0 && { libc }), optional: true, os };
}
