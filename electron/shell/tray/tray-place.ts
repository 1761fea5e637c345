import { holdsTrue } from '../session-bus/bus-message.ts';
import { connectToSessionBus, type SessionBus, sessionBusSocket, toBus } from '../session-bus/session-bus.ts';

export type TrayPlaceState = 'asking' | 'there' | 'none';

/** Whether the desktop has a tray. What cannot be found again must not be hidden, so it is asked before each time. */
export interface TrayPlace {
  state(): TrayPlaceState;
  /** Null: there is none, and none can come. */
  readonly ask: (() => Promise<boolean>) | null;
  /** Resolves when a tray is there, or after a while without one. */
  within(ms: number): Promise<boolean>;
  /** From now on it is told of. */
  start(): void;
}

/** However many answers it takes: the agent waits for the window to close. */
const longestQuestionMs = 2000;
const firstPauseMs = 1000;
const longestPauseMs = 60_000;

const watcher = 'org.kde.StatusNotifierWatcher';
const isThere = {
  destination: watcher,
  path: '/StatusNotifierWatcher',
  interface: 'org.freedesktop.DBus.Properties',
  member: 'Get',
  parameters: [watcher, 'IsStatusNotifierHostRegistered'],
};
/** A panel that comes, goes, or says of itself that it shows icons. */
const changes = [
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${watcher}'`,
  `type='signal',interface='${watcher}'`,
];

export function createTrayPlace(options: {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The tray came, or went. */
  readonly onChange: (there: boolean) => void;
}): TrayPlace {
  // Windows and macOS always have one.
  if (options.platform !== 'linux') {
    return {
      state: () => 'there',
      ask: async () => true,
      within: async () => true,
      start: () => options.onChange(true),
    };
  }
  const socket = sessionBusSocket(options.environment);
  if (socket === null) return { state: () => 'none', ask: null, within: async () => false, start: () => {} };
  return followTray(socket, options.onChange);
}

function followTray(socket: string, onChange: (there: boolean) => void): TrayPlace {
  let state: TrayPlaceState = 'asking';
  let bus: Promise<SessionBus | null> | null = null;
  let seeking = false;
  const waiting = new Set<(there: boolean) => void>();

  const learn = (there: boolean): boolean => {
    const before = state;
    state = there ? 'there' : 'none';
    if (there) for (const resolve of waiting) resolve(true);
    else seekAfter(firstPauseMs);
    if (before !== state) onChange(there);
    return there;
  };
  const enter = async (): Promise<SessionBus | null> => {
    const entered = await connectToSessionBus(socket, {
      signal: () => void ask(),
      end() {
        bus = null;
        learn(false);
      },
    });
    for (const rule of changes) await entered?.call(toBus('AddMatch', [rule]));
    return entered;
  };
  const ask = async (): Promise<boolean> => {
    const question = async () => {
      bus ??= enter();
      const answer = await (await bus)?.call(isThere);
      return answer !== null && answer !== undefined && holdsTrue(answer.body);
    };
    return learn(await falseAfter(longestQuestionMs, question()));
  };
  /** Changes are told, but an answer may have come too late on a computer that has just started. */
  const seekAfter = (pauseMs: number): void => {
    if (seeking) return;
    seeking = true;
    setTimeout(async () => {
      const there = await ask();
      seeking = false;
      if (!there) seekAfter(Math.min(2 * pauseMs, longestPauseMs));
    }, pauseMs).unref();
  };
  return {
    state: () => state,
    ask,
    async within(ms) {
      if (state === 'there') return true;
      return new Promise((resolve) => {
        const end = (there: boolean) => {
          clearTimeout(timer);
          waiting.delete(end);
          resolve(there);
        };
        const timer = setTimeout(() => end(state === 'there'), ms).unref();
        waiting.add(end);
      });
    },
    start: () => void ask(),
  };
}

function falseAfter(ms: number, question: Promise<boolean>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(false), ms);
    timer.unref();
    question.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
