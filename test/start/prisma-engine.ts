import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';

interface WasmInstance {
  exports: { __wbindgen_start(): void };
}

/** TypeScript knows WebAssembly from its browser library only. */
const wasm = (
  globalThis as unknown as {
    WebAssembly: { instantiate(code: Buffer, imports: object): Promise<{ instance: WasmInstance }> };
  }
).WebAssembly;

/** What Prisma's schema engine thinks of a database and its migrations folder. */
export async function diagnose(url: string, folder: string): Promise<glue.DiagnoseMigrationHistoryOutput> {
  await (loading ??= loadEngine());
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg(url));
  const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => {}, factory);
  try {
    return await engine.diagnoseMigrationHistory({
      migrationsList: migrationsList(folder),
      optInToShadowDatabase: false,
      filters: { externalTables: [], externalEnums: [] },
    });
  } finally {
    engine.free();
  }
}

let loading: Promise<void> | undefined;

/** Node 20 imports no WebAssembly modules, so the package's own entry does not load there. */
async function loadEngine(): Promise<void> {
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace('.js', '_bg.wasm');
  const { instance } = await wasm.instantiate(readFileSync(file), { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

function migrationsList(baseDir: string) {
  const folders = readdirSync(baseDir)
    .filter((name) => !name.includes('.'))
    .sort();
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: folders.map((path) => {
      const value = readFileSync(join(baseDir, path, 'migration.sql'), 'utf8');
      return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
    }),
  };
}
