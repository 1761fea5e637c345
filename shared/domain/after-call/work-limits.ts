/** Apart from the schema, so that pages know them without the library that checks. */
export const longestNote = 4000;
export const longestTag = 64;
export const mostTags = 20;
export const longestOutcome = 32;
