/**
 * After so long it is said that a call is being asked for. What a window draws at once takes a processor from the process that sends the
 * call, whose request left milliseconds later for it (`npm run bench -- enter`). Nobody notices this delay, and the answer of a quick PBX
 * is there before it is over.
 */
export const saidAfterMs = 30;
