/** A shift or so: what an event said so long ago of a state that stops calls may have ended in one that never came. */
export const longestTrueMs = 4 * 60 * 60 * 1000;
