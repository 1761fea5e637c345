import { connectToX } from './x-connection.ts';
import { readSelection, type SelectionName } from './x-selection.ts';

/** The text that a hotkey is about, and where it was found. */
export interface SelectedText {
  readonly source: 'selection' | 'clipboard';
  readonly text: string;
}

/** A program that does not hand its selection out within this time hangs, and is not waited for. */
const patienceMs = 400;
/** A question that is taken back ends some programs when they come to answer it: it stands for this long. */
const questionStandsMs = 30_000;
/** Who asks again so soon, by a key that is held down, gets the answer to the question that stands. */
const sharedForMs = 3000;

/**
 * What is selected in the program in front, as far as the desktop tells it, then what was copied. Only read, never changed.
 *
 * On X11 both are handed out by the program that owns them. Electron waits for it in the main process, twelve seconds when
 * it hangs, and everything stands still for so long, the listener included. So the X server is asked over a socket of our own, where
 * waiting stops nothing. It needs no other program: what could be run for it is not on every computer.
 */
export function createSelectedText(deps: {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** The system's clipboard where reading it waits for nobody. */
  readonly readClipboard: () => string | Promise<string>;
  readonly onProblem: (problem: unknown) => void;
}): () => Promise<readonly SelectedText[]> {
  const ask = async (name: SelectionName): Promise<string | null | 'no-server'> => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), questionStandsMs);
    timer.unref();
    try {
      const server = await connectToX(deps.env, stop.signal);
      if (server === null) return 'no-server';
      try {
        return await readSelection(server, name);
      } finally {
        server.close();
      }
    } catch (problem) {
      deps.onProblem(problem);
      return null;
    } finally {
      clearTimeout(timer);
    }
  };
  const standing = new Map<SelectionName, { readonly sinceMs: number; readonly answer: ReturnType<typeof ask> }>();
  const askOnce = (name: SelectionName) => {
    const before = standing.get(name);
    if (before !== undefined && performance.now() - before.sinceMs < sharedForMs) return before.answer;
    const question = { sinceMs: performance.now(), answer: ask(name) };
    standing.set(name, question);
    void question.answer.finally(() => {
      if (standing.get(name) === question) standing.delete(name);
    });
    return question.answer;
  };
  const fromX = (name: SelectionName) => Promise.race([askOnce(name), nothingAfter(patienceMs)]);
  const found = (source: SelectedText['source'], text: string | null): readonly SelectedText[] =>
    text === null || text.trim() === '' ? [] : [{ source, text }];

  return async () => {
    if (deps.platform !== 'linux') return found('clipboard', await deps.readClipboard());
    const [selection, clipboard] = await Promise.all([fromX('PRIMARY'), fromX('CLIPBOARD')]);
    if (selection === 'no-server' || clipboard === 'no-server') return found('clipboard', await deps.readClipboard());
    return [...found('selection', selection), ...found('clipboard', clipboard)];
  };
}

function nothingAfter(ms: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), ms);
  });
}
