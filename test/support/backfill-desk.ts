import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readStoredEvent } from '../../electron/call-events/call-event-wire.ts';
import { describeRequest } from '../../electron/call-events/event-description-wire.ts';
import { createCallJournal } from '../../electron/calls/call-journal.ts';
import { createEarlierEvents } from '../../electron/calls/earlier-events.ts';
import { createRecordCallEvent } from '../../electron/calls/record-call-event.ts';
import { createReportIntake } from '../../electron/calls/report-intake.ts';
import { DemoPbx, type DemoPbxOptions, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { othersKnown } from '../../electron/directory/pbx/others-known.ts';
import { type BackfillOccasion, createBackfill } from '../../electron/history-backfill/backfill.ts';
import { createRecordJoin } from '../../electron/history-backfill/join-records.ts';
import { createOthersReading } from '../../electron/history-backfill/read-others.ts';
import { createReportReader } from '../../electron/history-backfill/read-reports.ts';
import { createWatchedTime } from '../../electron/history-backfill/watched-time.ts';
import { createPbxClient } from '../../electron/pbx/pbx-client.ts';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { createHistoryGaps } from '../../electron/storage/history-gaps.ts';
import { createInbox } from '../../electron/storage/inbox.ts';
import { createMissedCalls } from '../../electron/storage/missed/missed-calls.ts';
import { createMissedSigns } from '../../electron/storage/missed/missed-signs.ts';
import { createOthersCalls } from '../../electron/storage/missed/others-calls.ts';
import { othersTurn } from '../../electron/storage/others-turn.ts';
import type { Call } from '../../shared/domain/call.ts';
import { accessTo } from './misbehaving-client.ts';
import { type TemporaryDatabase, temporaryDatabase } from './temporary-database.ts';

const own = { profile: 'main', agentNumber: '557' };
const longLimits = { connectMs: 5_000, answerMs: 5_000, totalMs: 10_000 };

/** What stands between the desk and the PBX: fails what a test wants to fail. */
interface Line {
  readonly address: string;
  /** Called before each request is handed on; a status is the answer, and the PBX hears nothing. `silence`: none comes. */
  fails: (requests: number) => number | 'silence' | null;
  requests: number;
  stop(): Promise<void>;
}

/** What calls come out of reports by: all real but for the window, and a clock that a test sets. */
export interface BackfillDesk {
  readonly pbx: DemoPbx;
  readonly line: Line;
  readonly database: TemporaryDatabase;
  /** UTC epoch ms. */
  nowMs: number;
  hears: boolean;
  profile: string;
  placing: Promise<void>;
  /** Told of each page, when its records are in the history. */
  onPage: () => void;
  /** Told of each batch of a page, before the next one. */
  onBatch: () => void;
  /** What the backfill reported as one; leaving expects none. */
  readonly bugs: unknown[];
  readonly published: Call[];
  readonly waits: number[];
  /** How long each batch held the thread, by the work of this process alone. */
  readonly heldMs: number[];
  /** How long an answer of the PBX is waited for. */
  readonly limits: { connectMs: number; answerMs: number; totalMs: number };
  readonly missed: ReturnType<typeof createMissedCalls>;
  readonly calls: ReturnType<typeof createCallRepository>;
  readonly gaps: ReturnType<typeof createHistoryGaps>;
  readonly watched: ReturnType<typeof createWatchedTime>;
  readonly backfill: ReturnType<typeof createBackfill>;
  begin(call: Call): void;
  receive(fields: Readonly<Record<string, unknown>>): Promise<void>;
  /** Resolves when all of it was tried. */
  run(occasion: BackfillOccasion): Promise<ReturnType<BackfillDesk['backfill']['status']>['done']>;
  /** As if the program was started anew: what was only in memory is gone. */
  restarted(): BackfillDesk;
  leave(): Promise<void>;
}

export async function openBackfillDesk(
  nowMs: number,
  options: DemoPbxOptions = {},
  kept: TemporaryDatabase = temporaryDatabase(),
): Promise<BackfillDesk> {
  const pbx = new DemoPbx({ directory: 'empty', ...options });
  const { address } = await pbx.start();
  const line = await startLine(address);
  return deskOver(nowMs, pbx, line, kept);
}

function deskOver(nowMs: number, pbx: DemoPbx, line: Line, database: TemporaryDatabase): BackfillDesk {
  const clock = () => desk.nowMs;
  const limits = { ...longLimits };
  const identity = () => ({ ...own, profile: desk.profile });
  const signs = createMissedSigns({ ...database, clock });
  const missed = createMissedCalls({ ...database, clock, signs });
  const calls = createCallRepository({ ...database, noteCall: signs.noteCall });
  const inbox = createInbox({ ...database });
  const gaps = createHistoryGaps({ ...database });
  const read = (event: Parameters<typeof readStoredEvent>[0]) => readStoredEvent(event, 'UTC');
  const fail = (problem: unknown) => {
    throw problem;
  };
  const publish = (call: Call) => void desk.published.push(call);
  const plain = createCallJournal({ store: calls, own: identity, publish, onBug: fail });
  const journal: typeof plain = {
    ...plain,
    together(work) {
      const before = process.cpuUsage();
      plain.together(work);
      const { user, system } = process.cpuUsage(before);
      desk.heldMs.push((user + system) / 1000);
    },
  };
  const record = createRecordCallEvent({
    inbox,
    store: calls,
    journal,
    own: identity,
    read,
    onWorked: () => undefined,
    onBug: (_stored, problem) => fail(problem),
  });
  const intake = createReportIntake({
    store: calls,
    inbox,
    journal,
    earlierEvents: createEarlierEvents(inbox, read),
    own: identity,
    clock,
  });
  const client = createPbxClient({
    access: () => accessTo(line.address, {}, demoAccount),
    clock: Date.now,
    timeouts: limits,
  });
  const watched = createWatchedTime({ gaps, profile: () => desk.profile, hears: () => desk.hears, clock });
  let idle: () => void = () => undefined;
  const reader = createReportReader({
    pbx: client,
    callsPlaced: () => desk.placing,
    sleep: async (ms) => {
      desk.waits.push(ms);
      desk.onPage();
      await othersTurn();
    },
  });
  const backfill = createBackfill({
    gaps,
    watched,
    reader,
    others: (of) =>
      createOthersReading({
        ...of,
        reader,
        waiting: () => missed.list(of.profile, false),
        isOwn: (found) => intake.callOf(found) !== null,
        known: () => othersKnown(null, own.agentNumber),
        keep: createOthersCalls({ ...database, signs }),
        clock,
      }),
    join: (profile) =>
      createRecordJoin({
        store: calls,
        journal,
        intake,
        profile,
        inUse: () => desk.profile,
        othersTurn: () => {
          desk.onBatch();
          return othersTurn();
        },
      }),
    own: identity,
    ready: () => true,
    lastEventAtMs: (profile) => inbox.listRecent(profile, 1)[0]?.receivedAtMs ?? null,
    clock,
    onChange: () => {
      if (backfill.status().running === null) idle();
    },
    onBug: (problem) => void desk.bugs.push(problem),
  });
  const desk: BackfillDesk = {
    pbx,
    line,
    database,
    nowMs,
    hears: true,
    profile: own.profile,
    placing: Promise.resolve(),
    onPage: () => undefined,
    onBatch: () => undefined,
    bugs: [],
    published: [],
    waits: [],
    heldMs: [],
    limits,
    calls,
    missed,
    gaps,
    watched,
    backfill,
    begin: journal.begin,
    async receive(fields) {
      const { raw } = describeRequest({
        profile: desk.profile,
        receivedAtMs: desk.nowMs,
        pathName: null,
        encoding: 'json',
        body: Buffer.from(JSON.stringify(fields)),
      });
      const stored = await inbox.append(raw);
      if (stored !== null) record.work(stored);
    },
    run: (occasion) =>
      new Promise((resolve) => {
        idle = () => resolve(backfill.status().done);
        backfill.start(occasion);
      }),
    restarted: () => deskOver(desk.nowMs, pbx, line, database),
    async leave() {
      await backfill.stop();
      inbox.flush();
      await line.stop();
      await pbx.stop();
      database.remove();
      if (desk.bugs.length > 0) throw desk.bugs[0];
    },
  };
  return desk;
}

async function startLine(address: string): Promise<Line> {
  const server = createServer((incoming, outgoing) => {
    line.requests += 1;
    const status = line.fails(line.requests);
    if (status !== null) {
      incoming.resume();
      if (status === 'silence') return;
      const message = status === 403 ? '"reports/cdr/search";Access denied' : 'broken';
      outgoing.writeHead(status, { 'Content-Type': 'application/json' });
      outgoing.end(JSON.stringify({ success: 0, message, data: null }));
      return;
    }
    const { hostname, port } = new URL(address);
    const { method, url: path, headers } = incoming;
    const onward = forward({ hostname, port, path, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const line: Line = {
    address: `http://127.0.0.1:${port}${new URL(address).pathname}`,
    fails: () => null,
    requests: 0,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return line;
}
