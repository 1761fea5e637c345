/** Sizes of everything in the window, smallest first. */
export const zoomPercents = [100, 125, 150, 175, 200] as const;
