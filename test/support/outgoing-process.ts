import { pino } from 'pino';
import { mailChannel } from '../../outgoing/mail.ts';
import { startOutgoing } from '../../outgoing/run.ts';
import { openDatabase } from '../../prisma/client.ts';
import { openPool } from '../../prisma/pool.ts';

/** A process that sends what waits to leave, as the worker does, to be killed. */
const [databaseUrl = '', smtpUrl = ''] = process.argv.slice(2);
startOutgoing({
  database: openDatabase(databaseUrl, 2),
  pool: openPool(databaseUrl, 2),
  channels: [mailChannel({ url: smtpUrl, from: 'sanxiang@example.gov.cn' })],
  link: 'https://sanxiang.example.gov.cn/',
  hours: null,
  gatherMs: 0,
  everyMs: 100,
  log: pino({ level: 'silent' }),
});
