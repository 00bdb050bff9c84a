/** Smaller than this the board does not fit, pixels. */
export const minimumSize = { width: 760, height: 520 } as const;
const usual = { width: 1280, height: 820 } as const;

/** A part of the whole desktop, pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A display as the system knows it, and the part of the desktop that windows have there. */
export interface DisplayArea extends Area {
  readonly id: number;
}

/** Where a window was, and on which display; null where that is not known. */
export interface WasAt extends Area {
  readonly display: DisplayArea | null;
}

/** How a window is to be opened. Without a place, the system chooses one. */
export interface Placement {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
}

/** This much of the title bar must be on a display, or the window could not be taken hold of, pixels. */
const grip = 80;
/** A new window lies so far below and beside the one that it was opened from, pixels. */
const step = 28;

/**
 * Where to open a window: where it was, on the display that it was on, wherever that is now; where that is gone and no other shows the place, at
 * the same place of the first of `displays`, made to fit.
 */
export function placeWindow(was: WasAt | null, displays: readonly DisplayArea[]): Placement {
  if (was === null) return usual;
  const { display, x, y, width, height } = was;
  const place = { x, y, width, height };
  const same = display && displays.find(({ id }) => id === display.id);
  if (display !== null && same) return onto(moved(place, display, same), same);
  if (displays.some((each) => isReachable(place, each))) return place;
  const [first] = displays;
  if (display === null || first === undefined) return { width, height };
  return within(moved(place, display, first), first);
}

/** Where to open a window beside the one at `from`, which lies on a display of this area. */
export function placeBeside(from: Area, display: Area): Placement {
  return within({ ...from, x: from.x + step, y: from.y + step }, display);
}

/** At the same place of another display, or of the same one elsewhere. */
function moved(place: Area, from: Area, to: Area): Area {
  return { ...place, x: place.x - from.x + to.x, y: place.y - from.y + to.y };
}

function onto(place: Area, display: Area): Area {
  return isReachable(place, display) ? place : within(place, display);
}

function within({ x, y, width, height }: Area, area: Area): Area {
  const fitting = {
    width: Math.max(minimumSize.width, Math.min(width, area.width)),
    height: Math.max(minimumSize.height, Math.min(height, area.height)),
  };
  const inside = (at: number, from: number, room: number): number =>
    Math.max(from, Math.min(at, from + room));
  return {
    x: inside(x, area.x, area.width - fitting.width),
    y: inside(y, area.y, area.height - fitting.height),
    ...fitting,
  };
}

function isReachable(place: Area, { x, y, width, height }: Area): boolean {
  const overlap = Math.min(place.x + place.width, x + width) - Math.max(place.x, x);
  return overlap >= grip && place.y >= y && place.y <= y + height - grip;
}
