import pg from 'pg';

export type Pool = pg.Pool;

/** Plain connections in the application's role, for what is done in one round trip. */
export function openPool(url: string, size: number): Pool {
  return new pg.Pool({ connectionString: url, max: size, options: '-c role=sanxiang_app -c timezone=UTC' });
}
