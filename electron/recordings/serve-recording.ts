import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { mediaTypes } from '../../shared/domain/recording/audio-kind.ts';
import { readByteRange } from '../../shared/domain/recording/byte-range.ts';
import type { KeptRecording } from './recording-cache.ts';

const usualHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; sandbox",
};

/**
 * Answers the player of the page: a whole recording, or the part of it that was asked for, so that it can seek. The only thing read of
 * the address is the id of a recording, whose call `find` looks up; nothing of it becomes a part of a path.
 */
export async function serveRecording(
  request: { readonly method: string; readonly url: string; readonly headers: Pick<Headers, 'get'> },
  find: (recordingId: string) => Promise<KeptRecording | null>,
): Promise<Response> {
  const id = request.method === 'GET' ? idIn(request.url) : null;
  const kept = id === null ? null : await find(id);
  if (kept === null) return new Response('Not found', { status: 404, headers: usualHeaders });
  const { bytes: size, path, format } = kept;
  const range = readByteRange(request.headers.get('range'), size);
  const headers = { ...usualHeaders, 'Accept-Ranges': 'bytes', 'Content-Type': mediaTypes[format] };
  if (range === 'outside') {
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } });
  }
  const { first, last } = range === 'whole' ? { first: 0, last: size - 1 } : range;
  return new Response(readPart(path, first, last), {
    status: range === 'whole' ? 200 : 206,
    headers: {
      ...headers,
      'Content-Length': String(last - first + 1),
      ...(range === 'whole' ? {} : { 'Content-Range': `bytes ${first}-${last}/${size}` }),
    },
  });
}

function readPart(path: string, start: number, end: number): ReadableStream {
  return Readable.toWeb(createReadStream(path, { start, end })) as unknown as ReadableStream;
}

/** The one segment of the path, decoded once; null when there are more or it cannot be. */
function idIn(address: string): string | null {
  try {
    const [, segment] = /^\/([^/]{1,1024})$/.exec(new URL(address).pathname) ?? [];
    return segment === undefined ? null : decodeURIComponent(segment);
  } catch {
    return null;
  }
}
