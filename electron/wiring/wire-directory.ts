import { StorageFailure } from '../calls/ports.ts';
import { createAgentPause } from '../desk/agent-pause.ts';
import { createPresenceBoard } from '../desk/presence.ts';
import { createSoon } from '../desk/soon.ts';
import { createTrunkBoard } from '../desk/trunk-board.ts';
import { createDirectoryRefresh } from '../directory/pbx/directory-refresh.ts';
import { logBug } from '../logging/log-bug.ts';
import { createDirectoryReadings } from '../storage/directory-readings.ts';
import type { Foundation } from './foundation.ts';
import type { WiredContacts } from './wire-contacts.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredPbx } from './wire-pbx.ts';
import type { WiredSettings } from './wire-settings.ts';

/** A phone system of hundreds tells something all the time; nobody sees more than four changes a second. */
const pauseMs = 250;

/** What the database does not tell is not known. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (problem) {
    if (problem instanceof StorageFailure) return null;
    throw problem;
  }
}

/** Who else is at this PBX, how they are, and how its trunks are. */
export function wireDirectory(
  { clock, log, send, changed }: Foundation,
  { effective, profile, own, vault }: WiredSettings,
  { connection, watch, reportUnreadableRow }: WiredHistory,
  { intake }: WiredContacts,
  pbx: Pick<WiredPbx, 'client'>,
  hearing: () => boolean,
) {
  const address = () => (effective().mode === 'demo' ? 'demo' : effective().pbx.address);
  const owner = () => JSON.stringify([profile(), address()]);
  const agentNumber = () => own().agentNumber;
  let directoryRevision = 0;
  let presenceRevision = 0;
  let shownQueues = '[]';
  const status = () => ({ revision: directoryRevision, ...refresh.status() });
  const presence = () => ({
    revision: presenceRevision,
    hearing: hearing(),
    extensions: board.extensions(),
    queues: board.ownQueues(),
    trunks: trunks.trunks(),
  });
  const soon = createSoon(pauseMs, () => {
    presenceRevision += 1;
    send('presence:changed', presence());
    const own = JSON.stringify(board.ownQueues());
    if (own === shownQueues) return;
    shownQueues = own;
    // The tray offers the pause.
    changed();
  });
  const refresh = createDirectoryRefresh({
    pbx: pbx.client.directory,
    readings: watch.directory(createDirectoryReadings({ connection, reportUnreadableRow })),
    replaceContacts: intake.replaceDirectory,
    profile,
    address,
    clock,
    chance: Math.random,
    onChange() {
      directoryRevision += 1;
      orNull(() => send('directory:changed', status()));
      soon.ask();
    },
    onBug: logBug(log, 'The directory could not be read'),
  });
  const factsOrNull = () => orNull(refresh.facts);
  const ownQueues = () => factsOrNull()?.queuesOf(agentNumber()) ?? [];
  const board = createPresenceBoard({ owner, hearing, agentNumber, ownQueues, clock, onChange: soon.ask });
  const trunks = createTrunkBoard({ owner, clock, onChange: soon.ask });
  const agentPause = createAgentPause({
    pbx: pbx.client.directory,
    agentNumber,
    ownQueues: board.ownQueues,
    accepted: board.accepted,
    account: () => JSON.stringify([owner(), vault.read().pbx?.user]),
    // The tray offers the pause where it is permitted.
    onRight: changed,
  });
  return {
    status,
    presence,
    refresh: refresh.refresh,
    reached: () => void orNull(refresh.reached),
    /** Null: the colleagues are not known. */
    isExtension: (digits: string) => factsOrNull()?.isExtension(digits) ?? null,
    isBlacklisted: (digits: string) => factsOrNull()?.isBlacklisted(digits) ?? false,
    ownQueues: board.ownQueues,
    trunkState: trunks.state,
    heard: (...told: Parameters<typeof board.heard>) => {
      board.heard(...told);
      trunks.heard(...told);
    },
    /** Another PBX, another agent, or no events any more. */
    look: soon.ask,
    async listTrunks() {
      const asked = owner();
      const answer = await pbx.client.listTrunks();
      if (answer.ok && asked === owner()) trunks.listed(answer.value);
      return answer;
    },
    pauseAgent: agentPause.pause,
    mayPause: agentPause.permitted,
    stop: soon.stop,
  };
}

export type WiredDirectory = ReturnType<typeof wireDirectory>;
