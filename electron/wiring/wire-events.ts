import type { OthersKnown } from '../../shared/domain/missed/others-sign.ts';
import { createListener } from '../call-events/listener.ts';
import { createReadOnce } from '../call-events/read-once.ts';
import { createAnswerTrunkQuestion } from '../calls/answer-trunk-question.ts';
import { createEarlierEvents } from '../calls/earlier-events.ts';
import { createEventQueue } from '../calls/event-queue.ts';
import type { Pbx, ReadEvent } from '../calls/ports.ts';
import { createRecordCallEvent } from '../calls/record-call-event.ts';
import { createReportIntake } from '../calls/report-intake.ts';
import { createClockWatch } from '../desk/clock-watch.ts';
import { createListenerControl } from '../desk/listener-control.ts';
import { createFollowOthersCalls } from '../desk/others-calls.ts';
import { createPingRoundTrip } from '../desk/ping-round-trip.ts';
import { toReceivedEvent } from '../ipc/received-event.ts';
import { logBug } from '../logging/log-bug.ts';
import { hostOf, originOf } from '../pbx/pbx-origin.ts';
import type { Foundation } from './foundation.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredSettings } from './wire-settings.ts';

/** What the PBX sends, from the listener to the row of its call. */
export function wireEvents(
  { clock, log, send, changed }: Foundation,
  { store, effective, vault, profile, own }: WiredSettings,
  { inbox, calls, journal, othersCalls, missed }: WiredHistory,
  pbx: Pick<Pbx, 'ping'>,
  toDirectory: {
    readonly heard: (event: ReadEvent, receivedAtMs: number) => void;
    /** Who works at this PBX. */
    readonly othersKnown: () => OthersKnown;
    /** The listener hears, or hears no more. */
    readonly listenerChanged: () => void;
  },
) {
  const read = createReadOnce(() => effective().pbx.eventTimeZone);
  const clockWatch = createClockWatch({
    clock,
    read,
    zones: () => {
      const { eventTimeZone, reportTimeZone } = effective().pbx;
      return { used: eventTimeZone, others: ['UTC', reportTimeZone, Intl.DateTimeFormat().resolvedOptions().timeZone] };
    },
    onChange: changed,
  });
  const followOthersCalls = createFollowOthersCalls({
    inbox,
    read,
    keep: othersCalls,
    known: toDirectory.othersKnown,
    onChange: () => queue.whenCommitted(missed.changed),
  });
  const record = createRecordCallEvent({
    inbox,
    store: calls,
    journal,
    own,
    read,
    onWorked: (stored, eventState) => {
      followOthersCalls(stored, eventState);
      queue.whenCommitted(() => {
        const event = read(stored);
        pingRoundTrip.arrived(event);
        clockWatch.received(stored);
        toDirectory.heard(event, stored.receivedAtMs);
        send('event:received', toReceivedEvent(stored, event, eventState));
      });
    },
    onBug: (stored, problem) => logBug(log, 'An event could not be worked on', { id: stored.id })(problem),
  });
  const queue = createEventQueue({
    work: record.work,
    journal,
    inbox,
    onPutOff: record.putOff,
    onBug: logBug(log, 'Events could not be worked on together'),
    now: () => performance.now(),
  });
  const reports = createReportIntake({
    store: calls,
    inbox,
    journal,
    earlierEvents: createEarlierEvents(inbox, read),
    own,
    clock,
  });
  const listener = createListener({
    inbox,
    onStored: queue.add,
    trunkApi: { answer: createAnswerTrunkQuestion({ store: calls, profile, clock }) },
    profile: () => control.profile(),
    clock,
    onStatus: () => {
      pingRoundTrip.listenerChanged();
      toDirectory.listenerChanged();
      changed();
    },
    log,
  });
  const control = createListenerControl({
    listener,
    vault,
    settings: effective,
    profile,
    pbxHost: () => hostOf(effective().pbx),
    pbxOrigin: () => originOf(effective().pbx),
    // The demo sends with credentials of its own.
    otherHosts: () =>
      effective().mode === 'demo' ? [] : store.read().otherProfiles.flatMap(({ pbx: other }) => hostOf(other) ?? []),
    onChange: changed,
  });
  const pingRoundTrip = createPingRoundTrip({ pbx, listener: () => control.status(), clock });
  return {
    read,
    clockWatch,
    record,
    queue,
    reports,
    othersKnown: toDirectory.othersKnown,
    listener: control,
    pingRoundTrip,
    hearing: () => listener.status().state === 'listening',
    /** After a change of network this computer may have another address, or have one at last. */
    followNetwork: () => void control.apply().catch(logBug(log, 'The listener could not follow the network')),
    ownListener: () => {
      const { address, port } = listener.status();
      return address === null || port === null ? null : { host: new URL(address).hostname, port };
    },
    ownStatesArrive: () => listener.status().state === 'listening' && record.ownStatesArrive(clock()),
  };
}

export type WiredEvents = ReturnType<typeof wireEvents>;
