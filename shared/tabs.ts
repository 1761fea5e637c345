/** The views of the working window, in their order. */
export const tabs = ['keypad', 'contacts', 'history', 'settings'] as const;
export type Tab = (typeof tabs)[number];
