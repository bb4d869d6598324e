import type pg from 'pg';

export interface SqlRefusal {
  /** SQLSTATE; 'accepted' where the statement was not refused. */
  code: string;
  constraint?: string;
}

/** What the database answers to a statement that it should refuse. */
export async function refusalOf(work: Promise<unknown>): Promise<SqlRefusal> {
  try {
    await work;
    return { code: 'accepted' };
  } catch (error) {
    const { code, constraint } = error as pg.DatabaseError;
    return { code: code ?? String(error), ...(constraint && { constraint }) };
  }
}

export const notPermitted = { code: '42501' };
export const appendOnly = { code: 'SX001' };
export const contentChanged = { code: 'SX002' };
export const violated = (constraint: string) => ({ code: '23514', constraint });
export const noSuch = (constraint: string) => ({ code: '23503', constraint });
