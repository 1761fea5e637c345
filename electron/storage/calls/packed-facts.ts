import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Facts of calls look alike: with these before them only what is new in each takes room. Part of the format: it never changes.
 */
const usual = Buffer.from(
  [
    '{"a":0,"i":"021","n":"9","u":"Mobile","o":"unknown","om":"pbx-timeout","w":30,"l":3600,"oa":120,"p":["17.12"],',
    '"h":[-40,null,1,1,"outbound",4,"902"],"s":{"c":0,"a":1,"D":2500,"I":42000,"d":300,"R":2600,"U":5400},',
    '"r":{"r":[0,1,2,3,40],"q":[0,1,null,3,0,60000,5,55,null,null,null,"902"]},"v":[5],',
    '"e":[70000,"agent-no-answer","caller-silent"]}',
    '{"a":1,"p":["17"],"h":[0,0,null,0,2,4,"90"],"s":{"r":100,"u":5000,"i":60000,"c":0},',
    '"r":{"c":[0,1,2,3,-1000,60000,5,55,60,"2024_17.mp3",4,"90"]}}',
    '{"g":"orig.call.17","a":0,"w":30,"oa":120,"p":["17"],"h":[0,null,1,1,2,4],',
    '"s":{"r":300,"u":2000,"D":2500,"o":5500,"i":42000},"r":{"c":[0,1,2,3,40,42010,6,36,42,"2024_17.mp3",4]}}',
  ].join(''),
);
/** A window of a kilobyte holds them; more would only take longer to set up. */
const windowBits = 10;
/** Of any call: a page of rows that somebody made must not fill the memory. */
const longest = 256 * 1024;

export function packFacts(facts: string): Uint8Array {
  return deflateRawSync(facts, { dictionary: usual, windowBits, memLevel: 4, level: 9 });
}

/** Throws where it was not packed like this. */
export function unpackFacts(packed: Uint8Array): string {
  return inflateRawSync(packed, {
    dictionary: usual,
    windowBits,
    chunkSize: 1024,
    maxOutputLength: longest,
  }).toString();
}
