import { expect, test } from '@jest/globals';
import { parts } from '../../faults/fault-schedule.ts';
import { runFaults } from '../../faults/run.ts';
import { keep, seed, sized } from './proof.ts';

const minutes = sized(1, 60);
const print = (sentence: string) => void process.stderr.write(`faults: ${sentence}\n`);

test(
  'nothing that was acknowledged is lost or doubled while every part is killed and every connection cut',
  async () => {
    const outcome = await runFaults({ minutes, seed, say: print });
    const { faults, kills, cuts, commands, acknowledged, refused, unknown } = outcome;
    const { longestStallMs, longestCommandMs } = outcome;
    print(JSON.stringify(outcome));
    expect({ seed, faults }).toEqual({ seed, faults: [] });
    for (const part of parts) expect(kills[part]).toBeGreaterThan(0);
    expect(cuts).toBeGreaterThan(0);
    expect(acknowledged).toBeGreaterThan(0);
    keep({
      part: 'faults',
      title: '故障之下不丢不重 Nothing lost or doubled under faults',
      what:
        'Clients played cases over HTTP while processes were killed with -9 and connections cut; each wrote down what it was told. ' +
        'An acknowledged command without exactly its one event, a refused or unheard one with more than it may have, a key with ' +
        'two answers, an event that nobody asked for, or any finding of the checker would have failed it.',
      figures: {
        minutes,
        'kill -9 of worker': kills['worker']!,
        'kill -9 of API': kills['api']!,
        'kill -9 of PostgreSQL': kills['postgres']!,
        'kill -9 of Temporal': kills['temporal']!,
        'connections cut': cuts,
        commands,
        acknowledged,
        refused,
        'never known to the client': unknown,
        'longest time without an acknowledgement, s': Math.round(longestStallMs / 100) / 10,
        'longest command, s': Math.round(longestCommandMs / 100) / 10,
      },
    });
  },
  // Each fault waits until commands are acknowledged again: on a busy machine the run takes longer than its minutes.
  (2 * minutes + 6) * 60_000,
);
