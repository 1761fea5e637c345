/** Links that Dialdesk can open; the last one is its own. */
export const linkSchemes = ['tel', 'callto', 'sip', 'dialdesk'] as const;
export type LinkScheme = (typeof linkSchemes)[number];
