export interface Run {
  what: 'ours' | 'limit';
  concurrency: number;
  commands: number;
  perSecond: number;
  p50: number;
  p95: number;
  /** CPU milliseconds a command, all processes together. */
  cpuMs: number;
  times: number[];
  cpu: Record<string, number>;
}

/** The value below which that share of the times lies. */
export function percentile(times: number[], share: number): number {
  const sorted = [...times].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Ratios ours ÷ limit of the same run, and the CPU of every process a command at ten at a time. */
export function summaryOf(runs: Run[]) {
  const of = (what: Run['what'], concurrency: number) =>
    runs.filter((run) => run.what === what && run.concurrency === concurrency);
  const ratio = (key: 'perSecond' | 'p50', concurrency: number) =>
    round(mean(of('ours', concurrency).map((run) => run[key])) / mean(of('limit', concurrency).map((run) => run[key])));
  const cpu = (name: string) => round(mean(of('ours', 10).map((run) => run.cpu[name] ?? 0)));
  const limitCpu = round(mean(of('limit', 10).map((run) => run.cpuMs)));
  const cpuMsPerCommand = {
    api: cpu('api'),
    worker: cpu('worker'),
    temporal: cpu('temporal'),
    postgres: cpu('postgres'),
  };
  const total = round(Object.values(cpuMsPerCommand).reduce((sum, ms) => sum + ms, 0));
  return {
    ratios: { throughputAt10: ratio('perSecond', 10), p50At1: ratio('p50', 1), throughputAt40: ratio('perSecond', 40) },
    cpuMsPerCommand: { ...cpuMsPerCommand, total, client: cpu('client') },
    limitCpuMsPerCommand: limitCpu,
    valid: limitCpu <= 25,
    ...(limitCpu > 25 && { why: 'the limit needs more than 25 ms CPU a command on this machine now: not valid' }),
  };
}
