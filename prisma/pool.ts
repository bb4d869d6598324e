import pg from 'pg';

export type Pool = pg.Pool;

/** Plain connections in the application's role, for what is done in one round trip. */
export function openPool(url: string, size: number): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 5_000,
    // A fresh connection costs a sign-in and its first plans: those that are used now and then stay open.
    idleTimeoutMillis: 600_000,
    // The functions look single rows up by key: no plan is better for one value than for another.
    options: '-c role=sanxiang_app -c timezone=UTC -c plan_cache_mode=force_generic_plan',
  });
  // An idle connection was lost: the pool opens another; whoever needs one and cannot have it is told by the query.
  pool.on('error', () => undefined);
  return pool;
}
