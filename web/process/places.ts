import type { Stage } from '../../domain/process.ts';

export type Point = readonly [x: number, y: number];

/** Sizes in the units of the picture; a line of text is 16 high. */
export const box = { width: 168, height: 144 };
const pitch = { x: 244, y: 222 };
const margin = { left: 16, top: 44, right: 104, bottom: 66 };
export const size = {
  width: margin.left + 6 * pitch.x + box.width + margin.right,
  height: margin.top + 3 * pitch.y + box.height + margin.bottom,
};

/** Column and row of each stage: the way to the decision along the top, what follows it back along the bottom. */
const cells: Record<Stage, Point> = {
  investigating: [0, 0],
  firstReview: [1, 0],
  sectionSignOff: [2, 0],
  intake: [3, 0],
  legalReview: [4, 0],
  legalSignOff: [5, 0],
  leaderApproval: [6, 0],
  supplementing: [3, 1],
  advising: [4, 1],
  responding: [5, 1],
  deliberation: [6, 1],
  terminated: [4, 2],
  coordination: [5, 2],
  issuing: [6, 2],
  transferred: [3, 2],
  suspended: [3, 3],
  archived: [4, 3],
  closing: [5, 3],
  fulfilment: [6, 3],
};

export interface Place {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: number;
  y: number;
}

/** Where a stage's box stands; undefined for one that has no place yet. */
export function placeOf(stage: Stage): Place {
  const [column, row] = cells[stage];
  const left = margin.left + column * pitch.x;
  const top = margin.top + row * pitch.y;
  const { width, height } = box;
  return { left, top, right: left + width, bottom: top + height, x: left + width / 2, y: top + height / 2 };
}

/** An arrow: its corners, and where its words stand. */
export interface Route {
  points: Point[];
  label: { at: Point; anchor: 'middle' | 'start'; above: boolean; width: number };
}

const between = pitch.x - box.width;
/** The lane between two columns, and between two rows. */
const laneX = (left: Place) => left.right + between / 2;
const laneY = (upper: Place) => upper.bottom + (pitch.y - box.height) / 2;

function across(from: Place, to: Place, shift = 0, above = true): Route {
  const [start, end] = from.x < to.x ? [from.right, to.left] : [from.left, to.right];
  const y = from.y + shift;
  const at: Point = [(start + end) / 2, above ? y - 6 : y + 15];
  return { points: [[start, y], [end, y]], label: { at, anchor: 'middle', above, width: between - 12 } }; // prettier-ignore
}

/** `shift` moves the arrow sideways, `lower` its words down. */
function down(from: Place, to: Place, { shift = 0, lower = 0, width = 84 } = {}): Route {
  const x = from.x + shift;
  const at: Point = [x + 6, (from.bottom + to.top) / 2 - 2 + lower];
  return { points: [[x, from.bottom], [x, to.top]], label: { at, anchor: 'start', above: false, width } }; // prettier-ignore
}

/** From below back up to the review, past the boxes between, in a lane of its own. */
function upToReview(from: Place, lane: number, review: Place): Route {
  const x = from.left - between / 2 + lane;
  const y = laneY(review) - lane;
  const target = review.x + 68 + lane / 2;
  const start = from.y - 24;
  const points: Point[] = [[from.left, start], [x, start], [x, y], [target, y], [target, review.bottom]]; // prettier-ignore
  return {
    points,
    label: { at: [(from.left + x) / 2 - 8, start - 6], anchor: 'middle', above: true, width: between - 8 },
  };
}

/** How each arrow runs, by 'from to'; tests ask for every move of the process. */
export function routes(): Record<string, Route> {
  const at = (stage: Stage) => placeOf(stage);
  const [review, signOff, adviser] = [at('legalReview'), at('legalSignOff'), at('supplementing')];
  const [deliberation, leader, issuing] = [at('deliberation'), at('leaderApproval'), at('issuing')];
  const terminated = at('terminated');
  const outside = leader.right + 18;
  return {
    'investigating firstReview': across(at('investigating'), at('firstReview')),
    'firstReview sectionSignOff': across(at('firstReview'), at('sectionSignOff')),
    'sectionSignOff intake': across(at('sectionSignOff'), at('intake')),
    'intake legalReview': across(at('intake'), review),
    'legalReview legalSignOff': across(review, signOff, -14),
    'legalSignOff legalReview': across(signOff, review, 20, false),
    'legalSignOff leaderApproval': across(signOff, leader, -14),
    'intake supplementing': down(at('intake'), adviser, { shift: -30 }),
    'legalReview advising': down(review, at('advising'), { shift: -8, width: 58 }),
    'legalReview supplementing': {
      points: [[review.x - 50, review.bottom], [review.x - 50, laneY(review)], [adviser.x + 66, laneY(review)], [adviser.x + 66, adviser.top]], // prettier-ignore
      label: { at: [review.left - between / 2 + 4, laneY(review) - 6], anchor: 'middle', above: true, width: 96 },
    },
    'legalSignOff responding': down(signOff, at('responding')),
    'responding legalReview': upToReview(at('responding'), 14, review),
    'responding coordination': down(at('responding'), at('coordination'), { lower: 18 }),
    'coordination legalReview': upToReview(at('coordination'), -14, review),
    'coordination terminated': across(at('coordination'), terminated, 24, false),
    'legalSignOff deliberation': {
      points: [[signOff.right, signOff.y + 30], [laneX(signOff), signOff.y + 30], [laneX(signOff), deliberation.y - 20], [deliberation.left, deliberation.y - 20]], // prettier-ignore
      label: { at: [laneX(signOff) + 6, laneY(signOff) - 4], anchor: 'start', above: false, width: 96 },
    },
    'deliberation terminated': {
      points: [[deliberation.left, deliberation.y + 34], [laneX(signOff), deliberation.y + 34], [laneX(signOff), laneY(deliberation) - 18], [terminated.x, laneY(deliberation) - 18], [terminated.x, terminated.top]], // prettier-ignore
      label: { at: [terminated.x + 8, laneY(deliberation) - 24], anchor: 'start', above: true, width: 150 },
    },
    'deliberation issuing': down(deliberation, issuing),
    'leaderApproval issuing': {
      points: [
        [leader.right, leader.y],
        [outside, leader.y],
        [outside, issuing.y],
        [issuing.right, issuing.y],
      ],
      label: { at: [outside + 6, deliberation.y], anchor: 'start', above: false, width: 76 },
    },
    'issuing fulfilment': down(issuing, at('fulfilment')),
    'fulfilment closing': across(at('fulfilment'), at('closing')),
    'closing archived': across(at('closing'), at('archived'), -14),
    'archived closing': across(at('archived'), at('closing'), 20, false),
    'investigating fulfilment': {
      points: [[at('investigating').x, at('investigating').bottom], [at('investigating').x, size.height - 34], [at('fulfilment').x, size.height - 34], [at('fulfilment').x, at('fulfilment').bottom]], // prettier-ignore
      label: { at: [at('firstReview').left, size.height - 40], anchor: 'start', above: true, width: 500 },
    },
  };
}
