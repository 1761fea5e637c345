import type { ExportedCall } from '../../shared/domain/history/exported-call.ts';
import type { CallTableWords } from '../../shared/words/call-table-words.ts';
import { byteOrderMark } from '../files/csv-cells.ts';
import { createPause } from '../files/pause.ts';
import { writeWhole } from '../files/write-whole.ts';
import { callTableHead, callTableLine } from './call-table.ts';
import type { ExportDates } from './written-time.ts';

/** A file as it is written: what stands before all calls, each of them, and behind the last. */
export interface CallFile {
  readonly head: string;
  line(call: ExportedCall, isFirst: boolean): string;
  readonly tail: string;
}

export function callTableFile(words: CallTableWords, withMark: boolean): CallFile {
  return {
    head: (withMark ? byteOrderMark : '') + callTableHead(words),
    line: (call) => callTableLine(call, words),
    tail: '',
  };
}

/** One JSON text, a call a line. See `exportedCallsSchema`. */
export function callJsonFile(about: {
  readonly exportedAt: string;
  readonly calendar: ExportDates;
  readonly timeZone: string;
}): CallFile {
  const head = JSON.stringify({ format: 'dialdesk-calls', version: 1, ...about });
  return {
    head: `${head.slice(0, -1)},"calls":[`,
    line: (call, isFirst) => `${isFirst ? '\n' : ',\n'}${JSON.stringify(call)}`,
    tail: '\n]}\n',
  };
}

/** A page at a time is in memory, with a turn for others between them. Null when it was given up; then there is no file. */
export async function writeCalls(
  path: string,
  file: CallFile,
  deps: {
    readonly pages: Iterable<readonly ExportedCall[]>;
    readonly isCancelled: () => boolean;
    readonly progressed: (calls: number) => void;
  },
): Promise<number | null> {
  let written = 0;
  const pause = createPause();
  const pieces = async function* () {
    yield file.head;
    for (const page of deps.pages) {
      yield page.map((call, at) => file.line(call, written + at === 0)).join('');
      written += page.length;
      deps.progressed(written);
      await pause();
    }
    yield file.tail;
  };
  return (await writeWhole(path, pieces(), deps.isCancelled)) ? written : null;
}
