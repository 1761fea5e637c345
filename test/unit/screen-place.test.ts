import { describe, expect, test } from 'vitest';
import {
  type Growth,
  isInReach,
  moveInto,
  placeOnScreen,
  sizeFor,
  smallestSize,
} from '../../electron/shell/screen-place.ts';

const smallest = { width: 340, height: 560 };
/** What screens leave to windows, in the units of windows: pixels divided by the screen's scale. */
const full = (width: number, height: number, scale = 1) => ({
  width: width / scale,
  height: height / scale - 40,
});
const laptop = { x: 0, y: 0, ...full(2880, 1800, 2) };
const right = { x: 1440, y: -200, ...full(1920, 1080) };
const fourK = { x: -2560, y: 0, ...full(3840, 2160, 1.5) };

describe('a window goes', () => {
  test.each([
    ['on the main screen', { x: 100, y: 80, width: 400, height: 700 }],
    ['on a screen to the right that begins higher', { x: 2000, y: -150, width: 400, height: 700 }],
    ['on a screen to the left with another scale', { x: -2000, y: 300, width: 1080, height: 720 }],
    ['with a corner put outside on purpose', { x: 3200, y: 600, width: 400, height: 700 }],
  ])('back where it stood %s', (_where, place) => {
    expect(placeOnScreen(place, [laptop, right, fourK], smallest)).toEqual(place);
  });

  test('onto the nearest screen, whole, when its own is gone', () => {
    const place = { x: 2000, y: -150, width: 400, height: 700 };
    expect(placeOnScreen(place, [laptop], smallest)).toEqual({ x: 1040, y: 0, width: 400, height: 700 });
    expect(placeOnScreen(place, [fourK, laptop], smallest)).toEqual({ x: 1040, y: 0, width: 400, height: 700 });
    expect(placeOnScreen({ ...place, x: -2400, y: 100 }, [laptop, right], smallest)).toMatchObject({ x: 0, y: 100 });
  });

  test('back in when its upper edge cannot be reached', () => {
    expect(placeOnScreen({ x: 100, y: -60, width: 400, height: 700 }, [laptop], smallest)).toMatchObject({ y: 0 });
    expect(placeOnScreen({ x: 1400, y: 10, width: 400, height: 700 }, [laptop], smallest)).toMatchObject({ x: 1040 });
    expect(placeOnScreen({ x: 10, y: 850, width: 400, height: 700 }, [laptop], smallest)).toMatchObject({ y: 160 });
  });

  test('smaller where the screen became smaller, as with a larger scale', () => {
    const scaled = { x: 0, y: 0, ...full(2880, 1800, 3) };
    expect(placeOnScreen({ x: 40, y: 20, width: 1200, height: 800 }, [scaled], smallest)).toEqual({
      x: 40,
      y: 20,
      width: 960,
      height: 560,
    });
  });

  test('larger where it was too small to be used', () => {
    expect(placeOnScreen({ x: 40, y: 20, width: 10, height: 10 }, [laptop], smallest)).toEqual({
      x: 40,
      y: 20,
      ...smallest,
    });
  });

  test('where it stood when no screen is known', () => {
    const place = { x: 1, y: 2, width: 400, height: 700 };
    expect(placeOnScreen(place, [], smallest)).toEqual(place);
  });
});

test('a window is in reach while its upper edge can be taken hold of, or when no screen is known', () => {
  const place = { x: 100, y: 80, width: 400, height: 700 };
  expect(isInReach(place, [right, laptop])).toBe(true);
  expect(isInReach(place, [right])).toBe(false);
  expect(isInReach({ ...place, y: -20 }, [laptop])).toBe(false);
  expect(isInReach(place, [])).toBe(true);
});

test('a window that grew stays where it is if there is room, else moves in', () => {
  const small = { x: 40, y: 30, width: 480, height: 156 };
  expect(moveInto(small, laptop)).toEqual(small);
  expect(moveInto({ ...small, x: 1104, y: 800 }, laptop)).toEqual({ ...small, x: 960, y: 704 });
  expect(moveInto({ ...small, x: 3000 }, right)).toEqual({ ...small, x: 2880 });
});

test('the smallest size grows with the zoom, as far as the screen goes', () => {
  expect(smallestSize(smallest, 100, laptop)).toEqual(smallest);
  expect(smallestSize(smallest, 150, laptop)).toEqual({ width: 510, height: 840 });
  expect(smallestSize(smallest, 200, laptop)).toEqual({ width: 680, height: 860 });
});

describe('a window made larger for a larger page', () => {
  const had = { width: 400, height: 700 };
  /** The size after each zoom in turn; the window has come to it before the next one, unless `slow`. */
  const sizes = (percents: readonly number[], slow = false) => {
    let growth: Growth | null = null;
    let now = had;
    const seen = [];
    for (const percent of percents) {
      const fitted = sizeFor(now, smallestSize(smallest, percent, laptop), growth);
      growth = fitted.growth;
      if (!slow) now = fitted.size;
      seen.push(fitted.size);
    }
    return seen;
  };

  test('becomes as small again as it was', () => {
    const larger = { width: 680, height: 860 };
    expect(sizes([100, 200, 150, 100])).toEqual([had, larger, { width: 510, height: 840 }, had]);
    expect(sizes([150, 200, 100], true)).toEqual([{ width: 510, height: 840 }, larger, had]);
  });

  test('stays as somebody made it meanwhile', () => {
    const { growth } = sizeFor(had, { width: 680, height: 860 }, null);
    const chosen = { width: 800, height: 860 };
    expect(sizeFor(chosen, smallest, growth)).toEqual({ size: chosen, growth: null });
  });
});
