import { actions, type Action, type Category, type Stage } from '../../domain/process.ts';
import { broadlyInto, isOnward, moves, summaryMoves, type Move } from '../../domain/process-moves.ts';
import { basisNames, type Named } from './names.ts';

/** The arrows of a category's chart: those of the process, and for penalties the short cut of the summary procedure. */
export function movesOf(category: Category): Move[] {
  const short = category === 'penalty' ? summaryMoves() : [];
  return [...moves(), ...short.map(({ from, to, action }): Move => ({ from, to, kind: 'forward', actions: [action], returning: [] }))]; // prettier-ignore
}

/** On which the acts stand that bring a case on from a stage, each once. */
export function basisOf(stage: Stage): Named {
  const onward = moves().filter((move) => move.from === stage && isOnward(move)).flatMap((move) => move.actions); // prettier-ignore
  const bases = [...new Set([...onward, ...broadlyInto(stage)].map((action) => actions[action].basis))];
  return basisNames(bases.join('；'));
}

/** The acts of one stage in the order of the table; those of more than four stages are acts of several stages. */
export function actsOf(stage: Stage): Action[] {
  return actionNames().filter((action) => listedWith(action).includes(stage));
}

/** Acts that are taken in too many stages to list with each. */
export function actsAnywhere(): Action[] {
  return actionNames().filter((action) => listedWith(action).length === 0);
}

function listedWith(action: Action): readonly Stage[] {
  const { from, summaryFrom = [] } = actions[action];
  if (from === 'filing') return [];
  return from.length > 4 ? [] : [...new Set([...from, ...summaryFrom])];
}

function actionNames(): Action[] {
  return Object.keys(actions) as Action[];
}
