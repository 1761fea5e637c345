import type { NotInstalled, UpdateState } from '../../shared/ipc/updates-contract.ts';
import type { UpdateSettings } from '../../shared/settings/schema.ts';
import { problemOf } from './update-failure.ts';
import type { Updater } from './updater.ts';

const hourMs = 60 * 60_000;
/** The start and its own work come first. */
const afterStartMs = 60_000;
const everyMs = 6 * hourMs;
/** So that three hundred desks do not ask at once. */
const spreadMs = hourMs;

export interface UpdateDesk {
  read(): UpdateState;
  /** What an earlier run could not install when it ended, while it is still to be had; null: nothing. */
  notInstalled(): NotInstalled | null;
  /** Begins to look by itself, if there is a feed. */
  start(): void;
  /** On demand. */
  check(): Promise<void>;
  /** The settings may be others. */
  follow(): void;
  /** The program begins to end: from now on it is known whether what is ready is installed. */
  stop(): void;
  /** At the very end. */
  install(): void;
}

/**
 * When the feed is asked, and what is known of it. Without a feed nothing is loaded and nothing is asked. The program is never ended for
 * an update; what was fetched is installed when it ends by itself.
 */
export function createUpdateDesk(deps: {
  readonly settings: () => UpdateSettings;
  /** Null: this copy is brought up to date by something else. */
  readonly load: ((settings: UpdateSettings) => Promise<Updater>) | null;
  readonly clock: () => number;
  readonly random: () => number;
  /** A call is under way, or the program starts again at once: not now. */
  readonly mayInstall: () => boolean;
  readonly onChange: () => void;
  /** What is known of the ends of earlier runs. */
  readonly kept: { read(): NotInstalled | null; write(notInstalled: NotInstalled | null): void };
  readonly log: {
    info(message: string, data?: Readonly<Record<string, unknown>>): void;
    warn(message: string, data?: Readonly<Record<string, unknown>>): void;
  };
}): UpdateDesk {
  const { load, log, kept } = deps;
  let state: UpdateState = { state: 'off' };
  let wish = '';
  let running: Promise<void> | null = null;
  let updater: Updater | null = null;
  let timer: NodeJS.Timeout | null = null;
  let started = false;
  let installs = false;
  let notInstalled: NotInstalled | null = null;

  const become = (next: UpdateState) => {
    state = next;
    deps.onChange();
  };
  const plan = (afterMs: number) => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!started || state.state === 'off' || state.state === 'unsupported') return;
    timer = setTimeout(() => void check(), afterMs + deps.random() * Math.min(afterMs, spreadMs));
    timer.unref();
  };
  const keep = (next: NotInstalled | null) => {
    if (next === null && notInstalled === null) return;
    notInstalled = next;
    kept.write(next);
  };
  const isReady = () => state.state === 'ready';

  const look = async (mine: string, loadUpdater: NonNullable<typeof load>) => {
    const isCurrent = () => mine === wish;
    // What is ready stays ready while nobody answers; it is gone once something newer is fetched in its place, or the feed takes it back.
    const say = (next: UpdateState) => {
      if (isCurrent() && !isReady()) become(next);
    };
    const takenBack = () => {
      if (state.state !== 'ready') return;
      log.info('The feed does not have what was fetched any more; it is not installed', { version: state.version });
      state = { state: 'checking' };
    };
    say({ state: 'checking' });
    try {
      const asked = updater ?? (await loadUpdater(deps.settings()));
      if (!isCurrent()) return;
      updater = asked;
      const version = await asked.find();
      if (!isCurrent() || (state.state === 'ready' && state.version === version)) return;
      if (version === null) {
        takenBack();
        keep(null);
        become({ state: 'current', checkedAtMs: deps.clock() });
        return;
      }
      log.info('A newer version is fetched', { version });
      become({ state: 'downloading', version, percent: 0 });
      await asked.download((percent) => {
        if (isCurrent() && state.state === 'downloading' && state.percent !== percent) {
          become({ state: 'downloading', version, percent });
        }
      });
      if (!isCurrent()) return;
      log.info('A newer version is installed when the program ends', { version });
      become({ state: 'ready', version });
    } catch (failure) {
      if (!isCurrent()) return;
      const problem = problemOf(failure);
      log.warn('No newer version was taken', { ...problem });
      if (problem.kind === 'older') takenBack();
      say({ state: 'failed', problem, checkedAtMs: deps.clock() });
    }
  };

  const check = async (): Promise<void> => {
    if (load === null || deps.settings().feed === '') return;
    if (running === null) {
      const looking = look(wish, load).finally(() => {
        if (running !== looking) return;
        running = null;
        plan(everyMs);
      });
      running = looking;
    }
    await running;
  };

  const follow = () => {
    const { feed, key, certificate } = deps.settings();
    const next = JSON.stringify([feed, key, certificate]);
    if (next === wish) return;
    wish = next;
    // What was fetched from another feed, or by another key, is not installed.
    updater?.cancel();
    updater = null;
    running = null;
    if (feed !== '' && load !== null) notInstalled = kept.read();
    become({ state: feed === '' ? 'off' : load === null ? 'unsupported' : 'waiting' });
    plan(afterStartMs);
  };

  return {
    read: () => state,
    notInstalled: () => (state.state === 'off' ? null : notInstalled),
    start() {
      started = true;
      follow();
      plan(afterStartMs);
    },
    check,
    follow,
    stop() {
      started = false;
      if (timer !== null) clearTimeout(timer);
      if (!isReady()) {
        updater?.cancel();
        return;
      }
      installs = deps.mayInstall();
      if (!installs) log.info('The newer version waits for another end of the program');
    },
    install() {
      if (!installs || updater === null || state.state !== 'ready') return;
      const { version } = state;
      const problem = updater.install();
      if (problem !== null) log.warn('The newer version could not be installed', { version, ...problem });
      keep(problem === null ? null : { version, problem });
    },
  };
}
