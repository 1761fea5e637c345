export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** So much of the upper edge has to be seen for a person to take hold of the window. */
const gripHeight = 32;
const gripWidth = 96;

/**
 * Where a window goes that stood at `place`: there, as long as it can be taken hold of; else onto the nearest screen, whole
 * if it fits. `areas` are what the screens leave to windows, in the same units, the main screen first.
 */
export function placeOnScreen(place: Rectangle, areas: readonly Rectangle[], smallest: Size): Rectangle {
  const held = areas.find((area) => canBeHeld(place, area));
  const area = held ?? nearest(place, areas);
  if (area === undefined) return place;
  const width = within(place.width, smallest.width, area.width);
  const height = within(place.height, smallest.height, area.height);
  const sized = { x: place.x, y: place.y, width, height };
  return held === undefined ? moveInto(sized, area) : sized;
}

/** Whether a person can take hold of a window that stands there. */
export function isInReach(place: Rectangle, areas: readonly Rectangle[]): boolean {
  return areas.length === 0 || areas.some((area) => canBeHeld(place, area));
}

/** As near as it can be to where it stands and yet whole, as far as the area has room for it. */
export function moveInto(place: Rectangle, area: Rectangle): Rectangle {
  return {
    ...place,
    x: within(place.x, area.x, area.x + area.width - place.width),
    y: within(place.y, area.y, area.y + area.height - place.height),
  };
}

/** What the window needs at this zoom, as far as the screen has it. */
export function smallestSize(usual: Size, zoomPercent: number, area: Size): Size {
  const zoomed = (length: number) => Math.round((length * zoomPercent) / 100);
  return {
    width: Math.min(zoomed(usual.width), area.width),
    height: Math.min(zoomed(usual.height), area.height),
  };
}

/** A window that the program itself made larger. */
export interface Growth {
  /** As the person had it. */
  readonly from: Size;
  /** Every size it got since; the window may not have come to the last one yet. */
  readonly given: readonly Size[];
}

/** The size for a window that may not be smaller than `least`: its own, also after it was made larger, unless a person resized it. */
export function sizeFor(now: Size, least: Size, growth: Growth | null): { size: Size; growth: Growth | null } {
  const ours = growth?.given.some((given) => isSameSize(given, now)) === true ? growth : { from: now, given: [now] };
  const size = {
    width: Math.max(ours.from.width, least.width),
    height: Math.max(ours.from.height, least.height),
  };
  return { size, growth: isSameSize(size, ours.from) ? null : { from: ours.from, given: [...ours.given, size] } };
}

function isSameSize(one: Size, other: Size): boolean {
  return one.width === other.width && one.height === other.height;
}

function canBeHeld(place: Rectangle, area: Rectangle): boolean {
  const seenWidth = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
  const top = place.y >= area.y && place.y + gripHeight <= area.y + area.height;
  return top && seenWidth >= Math.min(gripWidth, place.width);
}

function nearest(place: Rectangle, areas: readonly Rectangle[]): Rectangle | undefined {
  const distance = (area: Rectangle) =>
    Math.hypot(
      gap(place.x, place.x + place.width, area.x, area.x + area.width),
      gap(place.y, place.y + place.height, area.y, area.y + area.height),
    );
  return areas.reduce<Rectangle | undefined>(
    (best, area) => (best === undefined || distance(area) < distance(best) ? area : best),
    undefined,
  );
}

function gap(from: number, to: number, areaFrom: number, areaTo: number): number {
  return Math.max(0, areaFrom - to, from - areaTo);
}

/** Where the two limits contradict each other, the screen decides. */
function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
