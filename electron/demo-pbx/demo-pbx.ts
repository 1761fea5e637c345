import { demoAccount } from './accounts.ts';
import { answerRequest } from './api.ts';
import type { CallEvent } from './call-event.ts';
import { CallIdSource } from './call-ids.ts';
import { CallPlayer } from './call-player.ts';
import { callsMeanwhile } from './calls-meanwhile.ts';
import { CdrStore } from './cdr-store.ts';
import type {
  DemoPbxEventTarget,
  DemoPbxOptions,
  DemoPbxRequest,
  DemoPbxSentEvent,
  EventFields,
  SendEvent,
} from './demo-pbx-types.ts';
import { directoryServices } from './directory-services.ts';
import { EventSender } from './event-sender.ts';
import { HttpServer } from './http-server.ts';
import { Journal } from './journal.ts';
import { originateService } from './originate-service.ts';
import { Pace } from './pace.ts';
import { pingServices } from './ping-service.ts';
import { queueServices } from './queue-services.ts';
import { reportServices } from './report-services.ts';
import { seedCalls } from './seed-calls.ts';
import type { Services } from './service.ts';

export { demoAccount } from './accounts.ts';
export type {
  DemoPbxAccount,
  DemoPbxEventTarget,
  DemoPbxObserver,
  DemoPbxOptions,
  DemoPbxRequest,
  DemoPbxSentEvent,
} from './demo-pbx-types.ts';

/** How a PBX of today sends its events. */
export const demoEventFormat = {
  version: 'G4',
  method: 'POST',
  encoding: 'json',
  idField: 'unique_id',
  originatedCallIdInEvents: true,
} as const satisfies Partial<DemoPbxEventTarget>;

const defaultBasePath = '/api/v4';

/** A PBX that speaks Simotel's HTTP and lets calls take place without any telephone. */
export class DemoPbx {
  readonly #options: DemoPbxOptions;
  readonly #basePath: string;
  readonly #journal: Journal;
  readonly #pace: Pace;
  readonly #sender: EventSender;
  readonly #player: CallPlayer;
  readonly #server: HttpServer;
  #speedChange: { readonly at: (event: CallEvent) => boolean; readonly speed: number } | null = null;

  constructor(options: DemoPbxOptions = {}) {
    this.#options = options;
    this.#basePath = (options.basePath ?? defaultBasePath).replace(/\/+$/, '');
    this.#journal = new Journal(options.observer ?? {});
    this.#pace = new Pace(options.speed ?? 1);
    this.#sender = new EventSender(options.eventTarget ?? null, this.#journal);
    const clockAheadMs = options.clockAheadMs ?? 0;
    const eventsAheadMs = clockAheadMs + (options.eventZoneMinutes ?? 0) * 60_000;
    const { meanwhile } = options;
    const store = new CdrStore(meanwhile === undefined ? seedCalls(Date.now()) : callsMeanwhile(meanwhile));
    this.#player = new CallPlayer({
      pace: this.#pace,
      store,
      sender: this.#sender,
      eventsAheadMs,
      onEvent: (event) => this.#changeSpeedWith(event),
    });
    const api = {
      basePath: this.#basePath,
      accounts: options.accounts ?? [demoAccount],
      services: this.#services(store),
      journal: this.#journal,
    };
    this.#server = new HttpServer(
      {
        host: options.host ?? '127.0.0.1',
        port: options.port ?? 0,
        clockAheadMs,
        ...(options.tls === undefined ? {} : { tls: options.tls }),
      },
      (request) => answerRequest(api, request),
    );
  }

  async start(): Promise<{ address: string; port: number }> {
    const port = await this.#server.start();
    this.#sender.start();
    const scheme = this.#options.tls === undefined ? 'http' : 'https';
    return { address: `${scheme}://${reachableHost(this.#options.host)}:${port}${this.#basePath}`, port };
  }

  /** Calls being played break off without a trace. */
  async stop(): Promise<void> {
    this.#sender.stop();
    this.#pace.cancelAll();
    await this.#server.stop();
    await this.#player.whenIdle();
  }

  get requests(): readonly DemoPbxRequest[] {
    return this.#journal.requests;
  }

  get sentEvents(): readonly DemoPbxSentEvent[] {
    return this.#journal.events;
  }

  setEventTarget(target: DemoPbxEventTarget | null): void {
    this.#sender.setTarget(target);
  }

  /** Sends any event as it is; answers `NO_TARGET` when none is set. */
  sendEvent(name: string, fields: EventFields): Promise<number | string> {
    return this.#sender.send(name, fields);
  }

  setSpeed(speed: number): void {
    this.#pace.setSpeed(speed);
  }

  /** The speed changes with the next such event of a call itself, so that nothing after it comes too early for who looks late. */
  setSpeedAt(at: (event: CallEvent) => boolean, speed: number): void {
    this.#speedChange = { at, speed };
  }

  /** Resolves when no call is being played and all its events are delivered. */
  whenIdle(): Promise<void> {
    return this.#player.whenIdle();
  }

  #changeSpeedWith(event: CallEvent): void {
    const change = this.#speedChange;
    if (change === null || !change.at(event)) {
      return;
    }
    this.#speedChange = null;
    this.setSpeed(change.speed);
  }

  #services(store: CdrStore): Services {
    const sendEvent: SendEvent = (name, fields) => this.#sender.send(name, fields);
    const methods = this.#options.originateMethods ?? ['POST', 'PUT'];
    return {
      'call/originate/act': originateService(methods, new CallIdSource(), this.#player),
      ...pingServices(sendEvent),
      ...queueServices(sendEvent),
      ...directoryServices(this.#options.directory ?? 'full', this.#options.moreContacts ?? 0, this.#options.trunks),
      ...reportServices(store),
    };
  }
}

/** An address another program on this computer can use. */
function reachableHost(host = '127.0.0.1'): string {
  if (host === '0.0.0.0' || host === '::') {
    return '127.0.0.1';
  }
  return host.includes(':') ? `[${host}]` : host;
}
