import { actions, stages, type Action, type Requirement, type Stage } from './process.ts';

/** pass: only with a passed review; detour: there and back, while the stage left stands still; refused: not passed, or no decision at all. */
export type MoveKind = 'forward' | 'pass' | 'back' | 'detour' | 'refused';

/** One arrow: all actions that lead from one stage to another. */
export interface Move {
  from: Stage;
  to: Stage;
  kind: MoveKind;
  actions: Action[];
  /** Of a detour: the actions that lead back. */
  returning: Action[];
}

/** Whether it brings the case on. */
export function isOnward({ kind }: Move): boolean {
  return kind === 'forward' || kind === 'pass';
}

export const stageNames = Object.keys(stages) as Stage[];
const actionNames = Object.keys(actions) as Action[];
/** Where every case begins and whither most returns lead. */
export const firstStage: Stage = 'investigating';
/** Above so many stages an action is said once beside its target and not drawn from each of them. */
const mostDrawn = 4;

/** The arrows of the picture; returns to the first stage are said in the boxes, for there is one in almost every stage. */
export function moves(): Move[] {
  const found = new Map<string, Move>();
  for (const name of actionNames) {
    const { from } = actions[name];
    if (from === 'filing' || from.length > mostDrawn) continue;
    for (const source of from) {
      for (const target of targetsOf(name)) {
        if (target === source || target === firstStage) continue;
        const key = `${source} ${target}`;
        const move = found.get(key) ?? {
          from: source,
          to: target,
          kind: kindOf(name, source, target),
          actions: [],
          returning: [],
        };
        found.set(key, { ...move, actions: [...move.actions, name] });
      }
    }
  }
  return joinDetours([...found.values()]);
}

/** The actions by which a stage gives the case back to the first one. */
export function returnsToFirst(stage: Stage): Action[] {
  return actionNames.filter((name) => {
    const { from } = actions[name];
    return stage !== firstStage && from !== 'filing' && from.includes(stage) && targetsOf(name).includes(firstStage);
  });
}

/** Actions that lead here from too many stages to draw. */
export function broadlyInto(stage: Stage): Action[] {
  return actionNames.filter((name) => {
    const { from } = actions[name];
    return from !== 'filing' && from.length > mostDrawn && targetsOf(name).includes(stage);
  });
}

/** The short cut of the summary procedure: actions that it may take elsewhere and that leave that stage. */
export function summaryMoves(): { from: Stage; to: Stage; action: Action }[] {
  return actionNames.flatMap((action) =>
    (actions[action].summaryFrom ?? []).flatMap((from) => targetsOf(action).map((to) => ({ from, to, action }))),
  );
}

function targetsOf(action: Action): readonly Stage[] {
  const { to } = actions[action];
  return typeof to === 'string' ? [] : to;
}

function kindOf(action: Action, from: Stage, to: Stage): MoveKind {
  if (stages[to].final && !actions.archive.to.includes(to)) return 'refused';
  if (needsPass(to) && !needsPass(from)) return 'pass';
  if (!needsPass(from) && targetsOf(action).some(needsPass)) return 'refused';
  if (stages[to].pauses === 'stageItCameFrom') return 'detour';
  return stageNames.indexOf(to) > stageNames.indexOf(from) ? 'forward' : 'back';
}

/** Of these an action can only be taken on what passed the review. */
const onlyOnWhatPassed: readonly Requirement[] = ['passUnchanged', 'noMaterialChange'];

/** Whether what a stage does needs the pass, so that entering it means that the review was passed. */
function needsPass(stage: Stage): boolean {
  return actionNames.some((name) => {
    const { from, requires } = actions[name];
    return (
      from !== 'filing' &&
      from.includes(stage) &&
      requires.some((requirement) => onlyOnWhatPassed.includes(requirement))
    );
  });
}

function joinDetours(all: Move[]): Move[] {
  const detours = all.filter((move) => move.kind === 'detour').map((move) => move.to);
  return all
    .filter((move) => !detours.includes(move.from))
    .map((move) => (move.kind === 'detour' ? { ...move, returning: returningFrom(move.to) } : move));
}

function returningFrom(stage: Stage): Action[] {
  return actionNames.filter((name) => {
    const { from, to } = actions[name];
    const returns = to === 'back' || targetsOf(name).some((target) => target !== firstStage);
    return from !== 'filing' && from.length === 1 && from[0] === stage && returns;
  });
}
