import { expect, test } from '@jest/globals';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { isDatabaseAway } from '../../api/database-away.ts';

test.each([
  ['a connection that was reset while a transaction ended', new DriverAdapterError({ kind: 'ConnectionClosed' })],
  ['a server that cannot be reached', new DriverAdapterError({ kind: 'DatabaseNotReachable' })],
  ['a client whose connection was lost before', new Error('Client has encountered a connection error and is not queryable')],
  ['a reset socket', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })],
  ['a server whose disk is full', Object.assign(new Error('could not extend file'), { code: '53100' })],
  ['a server that is shutting down', Object.assign(new Error('terminating connection'), { code: '57P01' })],
])('%s says that the database is away', (_, error) => {
  expect(isDatabaseAway(error)).toBe(true);
}); // prettier-ignore

test.each([
  ['a statement that was wrong', new DriverAdapterError({ kind: 'TableDoesNotExist', table: 'x' })],
  ['a constraint that was violated', Object.assign(new Error('violates'), { code: '23505' })],
  ['a fault of the program', new TypeError('undefined is not a function')],
])('%s does not', (_, error) => {
  expect(isDatabaseAway(error)).toBe(false);
});
