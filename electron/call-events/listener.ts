import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ListenerStatus } from '../../shared/ipc/listener-contract.ts';
import { createAllowList } from './allow-list.ts';
import { createEventServer } from './event-server.ts';
import { reachableAddress } from './host-check.ts';
import type { ListenerConfig, ListenerDeps } from './listener-config.ts';
import { type ListenerLimits, listenerLimits } from './listener-limits.ts';
import { createRequestHandler } from './request-handler.ts';
import { createStatusBoard, off } from './status-board.ts';

export interface Listener {
  /** Resolves when the first attempt has ended, well or not: `status()` tells. Ends an earlier run first. */
  start(config: ListenerConfig): Promise<void>;
  stop(): Promise<void>;
  /** Tries again now instead of at the end of the wait; also after a failure that is not retried by itself. */
  retryNow(): void;
  status(): ListenerStatus;
  /** Forgets what arrived until now: it says nothing of the PBX that is connected next. */
  forgetArrivals(): void;
}

/** Takes the events that the PBX sends: commits each of them before the PBX gets its answer. */
export function createListener(deps: ListenerDeps, limits: ListenerLimits = listenerLimits): Listener {
  const board = createStatusBoard(limits.announceEveryMs, deps.onStatus);
  let run: Run | null = null;

  const stop = async () => {
    const stopped = run;
    run = null;
    if (stopped === null) return;
    stopped.over = true;
    board.stand(off);
    clearTimeout(stopped.timer);
    await stopped.attempt;
    await closeServer(stopped.server, limits.stopWithinMs);
  };

  const attempt = async (current: Run): Promise<void> => {
    clearTimeout(current.timer);
    const { config } = current;
    board.stand({ state: 'starting', ...describe(config, null), problem: null });
    const server = openServer(current);
    const problem = await listen(server, config);
    // A server that could not listen also has a timer to end.
    if (current.over || problem !== null) await closeServer(server, limits.stopWithinMs);
    if (current.over) return;
    if (problem === null) {
      current.server = server;
      board.stand({ state: 'listening', ...describe(config, boundAddress(server)), problem: null });
      return;
    }
    const state = stateOf(problem);
    board.stand({ state, ...describe(config, null), problem });
    deps.log?.warn('the listener could not start', { problem });
    if (state === 'failed') return;
    // The port or the address may come free: another program ends, a network comes up.
    current.timer = setTimeout(() => void attemptOnce(current), current.retryMs);
    current.retryMs = Math.min(current.retryMs * 2, limits.longestRetryMs);
  };

  const attemptOnce = (current: Run): Promise<void> => {
    if (current.over || current.server !== null) return Promise.resolve();
    current.attempt ??= attempt(current).finally(() => {
      current.attempt = null;
    });
    return current.attempt;
  };

  const openServer = (current: Run): Server => {
    const { config } = current;
    const allowList = createAllowList(config.allowFrom, config.notFrom);
    if (allowList.unreadable.length > 0) {
      deps.log?.warn('entries of the listener allow-list cannot be read', { count: allowList.unreadable.length });
    }
    const handle = createRequestHandler({
      deps,
      config,
      limits,
      board,
      own: () => ({ host: config.host, ...(boundAddress(server) ?? { address: config.host, port: config.port }) }),
      closing: () => current.over,
    });
    const server: Server = createEventServer({ limits, allowList, handle, countRejected: board.countRejected });
    return server;
  };

  return {
    start: async (config) => {
      await stop();
      board.countStart();
      if (config.user === '' || config.password === '') {
        board.stand({ state: 'credentials-missing', ...describe(config, null), problem: null });
        return;
      }
      run = { config, server: null, attempt: null, timer: undefined, retryMs: limits.firstRetryMs, over: false };
      await attemptOnce(run);
    },
    stop: async () => {
      await stop();
      if (run === null && board.status().state !== 'off') board.stand(off);
    },
    retryNow: () => {
      if (run === null) return;
      run.retryMs = limits.firstRetryMs;
      void attemptOnce(run);
    },
    status: board.status,
    forgetArrivals: board.clear,
  };
}

/** From start to stop; attempts may repeat within it. */
interface Run {
  readonly config: ListenerConfig;
  server: Server | null;
  attempt: Promise<void> | null;
  timer: NodeJS.Timeout | undefined;
  retryMs: number;
  over: boolean;
}

/** The system's error code, or null when it listens. */
function listen(server: Server, config: ListenerConfig): Promise<string | null> {
  return new Promise((resolve) => {
    // Stays: what goes wrong later (such as too many open files) ends one connection, not the program.
    server.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    server.listen({ host: config.host, port: config.port, exclusive: true }, () => resolve(null));
  });
}

function stateOf(problem: string): 'port-in-use' | 'address-missing' | 'failed' {
  if (problem === 'EADDRINUSE') return 'port-in-use';
  return problem === 'EADDRNOTAVAIL' || problem === 'ENOTFOUND' ? 'address-missing' : 'failed';
}

async function closeServer(server: Server | null, withinMs: number): Promise<void> {
  if (server === null) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), withinMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function boundAddress(server: Server): AddressInfo | null {
  const address = server.address();
  return typeof address === 'string' ? null : address;
}

function describe(config: ListenerConfig, bound: AddressInfo | null): Pick<ListenerStatus, 'address' | 'port'> {
  const port = bound?.port ?? config.port;
  if (port === 0) return { address: null, port: null };
  const host = reachableAddress(bound?.address ?? config.host);
  return { address: `http://${host.includes(':') ? `[${host}]` : host}:${port}${config.path}`, port };
}
