import { z } from 'zod';
import { evidenceFolder } from './evidence/folder.ts';

const hoursForm = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/;

const schema = z.object({
  SANXIANG_PROFILE: z.enum(['demo', 'rehearsal', 'production']).default('production'),
  SANXIANG_DATA: z.string().default('.sanxiang'),
  SANXIANG_EVIDENCE: z.string().min(1).optional(),
  DATABASE_URL: z.string().min(1),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  SANXIANG_TASK_QUEUE: z.string().default('sanxiang'),
  SANXIANG_SESSION_SECRET: z.string().min(32).optional(),
  SANXIANG_SECURE_COOKIES: z.stringbool().default(false),
  SANXIANG_SESSION_MINUTES: z.coerce.number().int().positive().default(480),
  SANXIANG_COMMAND_SECONDS: z.coerce.number().positive().default(5),
  SANXIANG_CONTINUE_AFTER: z.coerce.number().int().positive().default(500),
  SANXIANG_WORKFLOW_BUNDLE: z.string().optional(),
  SANXIANG_CACHED_WORKFLOWS: z.coerce.number().int().min(2).default(100),
  SANXIANG_STATEMENT_POOL: z.coerce.number().int().positive().default(20),
  SANXIANG_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SANXIANG_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SANXIANG_MAIL_FROM: z.email().optional(),
  SANXIANG_WECOM: z.stringbool().default(false),
  SANXIANG_WECOM_ORIGIN: z.url({ protocol: /^https?$/ }).default('https://qyapi.weixin.qq.com'),
  SANXIANG_NOTICE_HOURS: z.union([z.literal('always'), z.string().regex(hoursForm)]).default('08:30-17:30'),
  SANXIANG_NOTICE_GATHER_SECONDS: z.coerce.number().int().min(0).max(3_600).default(60),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  HOST: z.string().default('127.0.0.1'),
  SANXIANG_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    )
    .pipe(
      z.array(
        z.union(
          [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()],
          '地址或网段，以逗号分隔 addresses or networks, a comma between',
        ),
      ),
    ),
  PORT: z.coerce.number().int().nonnegative().default(3000),
});

export interface Config {
  profile: 'demo' | 'rehearsal' | 'production';
  dataDir: string;
  /** Folder of the evidence files. */
  evidenceDir: string;
  databaseUrl: string;
  temporal: { address: string; namespace: string; taskQueue: string };
  session: { secret: string | undefined; secureCookies: boolean; minutes: number };
  /** Seconds that the API waits for a command before it answers 202. */
  commandSeconds: number;
  /** Events of one workflow run after which it continues as new. */
  continueAfter: number;
  /** File with prebuilt workflow code; built at start without it. */
  workflowBundle: string | undefined;
  /** Cases that a worker keeps in memory between two commands; others are replayed from their history. */
  cachedWorkflows: number;
  poolSize: number;
  /** What leaves the system, and when; off where no channel is set. */
  outgoing: {
    /** Where people sign in: the only link in a message. */
    link: string;
    mail: { url: string; from: string } | null;
    wecom: { origin: string } | null;
    /** Milliseconds after the beginning of a working day; null for always. */
    hours: { from: number; to: number } | null;
    gatherMs: number;
  };
  logLevel: string;
  host: string;
  /** Addresses and networks of the proxies, beside those of this machine, that say where a request came from. */
  proxies: string[];
  port: number;
}

export interface WorkflowSettings {
  temporal: Config['temporal'];
  /** Profile rehearsal: time is what the commands say. */
  virtualTime: boolean;
  continueAfter: number;
}

const ofWorkflows = schema.pick({
  SANXIANG_PROFILE: true,
  TEMPORAL_ADDRESS: true,
  TEMPORAL_NAMESPACE: true,
  SANXIANG_TASK_QUEUE: true,
  SANXIANG_CONTINUE_AFTER: true,
});

/** Where cases' workflows run and how; for a program that begins them and serves nobody. Throws as readConfig does. */
export function readWorkflowSettings(environment: NodeJS.ProcessEnv): WorkflowSettings {
  const env = parsed(ofWorkflows, environment);
  return {
    temporal: temporalOf(env),
    virtualTime: env.SANXIANG_PROFILE === 'rehearsal',
    continueAfter: env.SANXIANG_CONTINUE_AFTER,
  };
}

/** Parses the environment once; throws one sentence that names each setting that is wrong. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const env = parsed(schema, environment);
  if (env.SANXIANG_PROFILE === 'production' && !env.SANXIANG_SESSION_SECRET) {
    throw new Error(
      '配置有误：生产环境须设置 SANXIANG_SESSION_SECRET（至少 32 个字符，保持不变，例如 openssl rand -hex 32 的结果）。 ' +
        'Invalid settings: SANXIANG_SESSION_SECRET is required in production, 32 characters or more that stay the same, for instance what openssl rand -hex 32 says.',
    );
  }
  return {
    profile: env.SANXIANG_PROFILE,
    dataDir: env.SANXIANG_DATA,
    evidenceDir: env.SANXIANG_EVIDENCE ?? evidenceFolder(env.SANXIANG_DATA),
    databaseUrl: env.DATABASE_URL,
    temporal: temporalOf(env),
    session: {
      secret: env.SANXIANG_SESSION_SECRET,
      secureCookies: env.SANXIANG_SECURE_COOKIES,
      minutes: env.SANXIANG_SESSION_MINUTES,
    },
    commandSeconds: env.SANXIANG_COMMAND_SECONDS,
    continueAfter: env.SANXIANG_CONTINUE_AFTER,
    workflowBundle: env.SANXIANG_WORKFLOW_BUNDLE,
    cachedWorkflows: env.SANXIANG_CACHED_WORKFLOWS,
    poolSize: env.SANXIANG_STATEMENT_POOL,
    outgoing: outgoingOf(env),
    logLevel: env.LOG_LEVEL,
    host: env.HOST,
    proxies: env.SANXIANG_PROXIES,
    port: env.PORT,
  };
}

/** A channel is on where it is set; whatever leaves names where to sign in. */
function outgoingOf(env: z.output<typeof schema>): Config['outgoing'] {
  const { SANXIANG_SMTP_URL: url, SANXIANG_MAIL_FROM: from, SANXIANG_PUBLIC_URL: link } = env;
  if ((url || env.SANXIANG_WECOM) && !link) {
    throw new Error('配置有误 Invalid settings: SANXIANG_PUBLIC_URL is required to send notices');
  }
  if (url && !from) throw new Error('配置有误 Invalid settings: SANXIANG_MAIL_FROM is required to send mail');
  const [start, end] = env.SANXIANG_NOTICE_HOURS.split('-').map(millisInto);
  return {
    link: link ?? '',
    mail: url && from ? { url, from } : null,
    wecom: env.SANXIANG_WECOM ? { origin: env.SANXIANG_WECOM_ORIGIN.replace(/\/$/, '') } : null,
    hours: env.SANXIANG_NOTICE_HOURS === 'always' ? null : { from: start ?? 0, to: end ?? 0 },
    gatherMs: env.SANXIANG_NOTICE_GATHER_SECONDS * 1_000,
  };
}

/** '08:30' as milliseconds after the beginning of a day. */
function millisInto(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return (hour * 60 + minute) * 60_000;
}

function parsed<Shape extends z.ZodType>(shape: Shape, environment: NodeJS.ProcessEnv): z.output<Shape> {
  const result = shape.safeParse(environment);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`配置有误 Invalid settings: ${faults.join('; ')}`);
}

function temporalOf(env: z.output<typeof ofWorkflows>): Config['temporal'] {
  return {
    address: env.TEMPORAL_ADDRESS,
    namespace: env.TEMPORAL_NAMESPACE,
    taskQueue: env.SANXIANG_TASK_QUEUE,
  };
}
