/** What a window shows before its page paints, and beside it while it is resized: the page's own ground, `--canvas`. */
export const grounds = { light: '#f6f7f8', dark: '#111416' } as const;
