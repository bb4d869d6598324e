import { instance } from '@viz-js/viz';
import { type Stage } from '../domain/process.ts';
import { stageNames, type Move } from '../domain/process-moves.ts';

export interface Size {
  width: number;
  height: number;
}
/** A point of the picture, from its upper left corner. */
export type Point = readonly [x: number, y: number];
export interface Layout extends Size {
  boxes: Record<Stage, Point>;
  /** One for each move, in order: the points of its curve (Bézier, three to a segment after the first) and the middle of its label. */
  arrows: { curve: Point[]; label: Point | null }[];
}

/** Stages that stand beside each other, each row from the main path outwards. The rest follows by itself. */
const rows: Stage[][] = [
  ['investigating'],
  ['firstReview'],
  ['sectionSignOff'],
  ['intake', 'supplementing'],
  ['legalReview', 'advising'],
  ['legalSignOff', 'responding', 'coordination'],
  ['leaderApproval', 'deliberation', 'terminated'],
  ['issuing', 'transferred'],
  ['fulfilment', 'suspended'],
  ['closing'],
  ['archived'],
];

/** Whether an arrow runs between neighbours of one row, where there is little room for words. */
export function isFlat({ from, to }: Pick<Move, 'from' | 'to'>): boolean {
  return rows.some((row) => row.includes(from) && row.includes(to));
}

/** Whether an arrow leads to the stage right above: said in the box, for the arrow down is there already. */
export function isToStageAbove({ from, to }: Pick<Move, 'from' | 'to'>): boolean {
  return rows.some((row, index) => row.includes(from) && rows[index - 1]?.[row.indexOf(from)] === to);
}

interface Drawn {
  bb: string;
  objects: { name: string; pos: string }[];
  edges: { id?: string; pos: string; lp?: string }[];
}

/** Has Graphviz place the boxes and draw the curves; sizes in pixels. */
export async function layOut(moves: Move[], box: (stage: Stage) => Size, label: (move: Move) => Size): Promise<Layout> {
  const missing = stageNames.filter((name) => !rows.flat().includes(name));
  if (missing.length > 0) throw new Error(`no row for ${missing.join(', ')}`);
  const viz = await instance();
  const drawn = viz.renderJSON(graph(moves, box, label)) as unknown as Drawn;
  const [, , width = 0, height = 0] = drawn.bb.split(',').map(Number);
  const point = (text: string): Point => {
    const [x = 0, y = 0] = text.split(',').map(Number);
    return [round(x), round(height - y)];
  };
  const placed = Object.fromEntries(drawn.objects.map(({ name, pos }) => [name, pos]));
  const curves = Object.fromEntries(drawn.edges.map((edge) => [edge.id ?? '', edge]));
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: Object.fromEntries(stageNames.map((name) => [name, point(placed[name] ?? '')])) as Layout['boxes'],
    arrows: moves.map((_, index) => {
      const { pos = '', lp } = curves[`move${index}`] ?? {};
      return { curve: curveOf(pos).map(point), label: lp ? point(lp) : null };
    }),
  };
}

function graph(moves: Move[], box: (stage: Stage) => Size, label: (move: Move) => Size): string {
  const inches = (pixels: number) => (pixels / 72).toFixed(3);
  const place = (stage: Stage) => rows.find((row) => row.includes(stage))?.indexOf(stage) ?? 0;
  const node = (stage: Stage) =>
    `${stage} [width=${inches(box(stage).width)} height=${inches(box(stage).height)} group=column${place(stage)}]`;
  const drawnDown = new Set(moves.map(({ from, to }) => `${from} ${to}`));
  /** Invisible edges keep a column straight where no arrow does. */
  const column = (number: number) => {
    const names = rows.flatMap((row) => row[number] ?? []);
    return names
      .slice(1)
      .filter((name, index) => !drawnDown.has(`${names[index]} ${name}`))
      .map((name) => `${names[names.indexOf(name) - 1]} -> ${name} [style=invis weight=40]`);
  };
  const level = (stage: Stage) => rows.findIndex((row) => row.includes(stage));
  const downwards = (move: Move) => `dir=forward weight=${place(move.from) === place(move.to) ? 100 : 1}`;
  /** From far away over the boxes between, and not through the words beside them. */
  const upwards = (move: Move) =>
    `dir=back weight=1${Math.abs(place(move.from) - place(move.to)) > 1 ? ' headport=nw' : ''}`;
  const edge = (move: Move, index: number) => {
    const { width, height } = label(move);
    const text = `<<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="${width}" HEIGHT="${height}"><TR><TD></TD></TR></TABLE>>`;
    const up = level(move.from) > level(move.to);
    const ends = up ? `${move.to} -> ${move.from}` : `${move.from} -> ${move.to}`;
    return `${ends} [id="move${index}" label=${text} ${up ? upwards(move) : downwards(move)}]`;
  };
  return `digraph {
    graph [rankdir=TB nodesep=0.12 ranksep=0.3 splines=true]
    node [shape=box fixedsize=true label=""]
    edge [arrowsize=0.01]
    ${stageNames.map(node).join('\n')}
    ${rows.map((row) => `{ rank=same; ${row.join('; ')} }`).join('\n')}
    ${[0, 1, 2].flatMap(column).join('\n')}
    ${moves.map(edge).join('\n')}
  }`;
}

/** Graphviz writes `e,x,y` for an arrow's point at the end and `s,x,y` for one at the beginning. */
function curveOf(pos: string): string[] {
  const parts = pos.split(' ').filter(Boolean);
  const end = parts.find((part) => part.startsWith('e,'));
  const start = parts.find((part) => part.startsWith('s,'));
  const rest = parts.filter((part) => part !== end && part !== start);
  if (start) rest.reverse();
  return rest;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
