import { planKnowledge } from '../../shared/domain/dial-plan.ts';
import { directoryServices, namesOfTrunks } from '../../shared/domain/pbx-directory.ts';
import { unlessFailing } from '../calls/ports.ts';
import { createAgentPause } from '../desk/agent-pause.ts';
import { createPresenceBoard } from '../desk/presence.ts';
import { createSoon } from '../desk/soon.ts';
import { createTrunkBoard } from '../desk/trunk-board.ts';
import { createDirectoryRefresh } from '../directory/pbx/directory-refresh.ts';
import { othersKnown } from '../directory/pbx/others-known.ts';
import { logBug } from '../logging/log-bug.ts';
import { createDirectoryReadings } from '../storage/directory-readings.ts';
import type { Foundation } from './foundation.ts';
import type { WiredContacts } from './wire-contacts.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredPbx } from './wire-pbx.ts';
import type { WiredSettings } from './wire-settings.ts';

/** A phone system of hundreds tells something all the time; nobody sees more than four changes a second. */
const pauseMs = 250;

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
  let shownOwn = '[null,[]]';
  const status = () => ({ revision: directoryRevision, ...refresh.status() });
  const presence = () => ({
    revision: presenceRevision,
    hearing: hearing(),
    extensions: board.extensions(),
    queues: board.ownQueues(),
    mayPause: agentPause.permitted(),
    trunks: trunks.trunks(),
  });
  const tellPresence = () => {
    presenceRevision += 1;
    send('presence:changed', presence());
    const own = JSON.stringify([board.ownPhone(), board.ownQueues()]);
    if (own === shownOwn) return;
    shownOwn = own;
    // The tray shows how the phone is and offers the pause; the keypad says what speaks against a call.
    changed();
  };
  const soon = createSoon(pauseMs, tellPresence);
  const readings = watch.directory(createDirectoryReadings({ connection, reportUnreadableRow }));
  let toldOf = owner();
  const tellDirectory = () => {
    toldOf = owner();
    directoryRevision += 1;
    unlessFailing(undefined, () => send('directory:changed', status()));
  };
  const listTrunks = async () => {
    const asked = owner();
    const answer = await pbx.client.listTrunks();
    if (answer.ok && asked === owner()) {
      trunks.listed(answer.value);
      send('trunks:listed', answer.value);
    }
    return answer;
  };
  const refresh = createDirectoryRefresh({
    pbx: pbx.client.directory,
    readings,
    replaceContacts: intake.replaceDirectory,
    readTrunks: listTrunks,
    profile,
    address,
    clock,
    chance: Math.random,
    onChange() {
      tellDirectory();
      soon.ask();
    },
    onBug: logBug(log, 'The directory could not be read'),
  });
  const factsOrNull = () => unlessFailing(null, refresh.facts);
  const ownQueues = () => factsOrNull()?.queuesOf(agentNumber()) ?? [];
  const board = createPresenceBoard({ owner, hearing, agentNumber, ownQueues, clock, onChange: soon.ask });
  const trunks = createTrunkBoard({ owner, hearing, clock, onChange: soon.ask });
  const agentPause = createAgentPause({
    pbx: pbx.client.directory,
    owner,
    agentNumber,
    ownQueues: board.ownQueues,
    accepted: board.accepted,
    account: () => JSON.stringify([owner(), vault.read().pbx?.user]),
    // Tray and window offer the pause where it is permitted.
    onRight: () => {
      changed();
      soon.ask();
    },
    settled: tellPresence,
  });
  return {
    owner,
    status,
    presence,
    refresh: refresh.refresh,
    reached(cameBack: boolean) {
      unlessFailing(undefined, refresh.reached);
      // Whoever works at a PBX while it is down may work at its trunks.
      if (cameBack) listTrunks().catch(logBug(log, 'The trunks could not be read'));
    },
    planKnowledge: () =>
      planKnowledge({ internal: factsOrNull()?.internal ?? null, trunks: namesOfTrunks(trunks.trunks()) }),
    /** Throws where the database does not tell: that is not the same as no. */
    isBlacklisted: (digits: string) => refresh.facts().isBlacklisted(digits),
    /** For what is told of calls that never came to the agent. */
    othersKnown: () => othersKnown(factsOrNull(), agentNumber()),
    ownQueues: board.ownQueues,
    ownPhone: board.ownPhone,
    trunkState: trunks.state,
    lacksTrunk: trunks.lacks,
    heard: (...told: Parameters<typeof board.heard>) => {
      board.heard(...told);
      trunks.heard(...told);
    },
    /** Another PBX, another agent, or no events any more. */
    look() {
      // Before anything is planned for the next one: what is an extension there is known from another directory.
      if (toldOf !== owner()) tellDirectory();
      // Also when events come in again a moment later: what was said before is forgotten now.
      presence();
      soon.ask();
    },
    listTrunks,
    pauseAgent: agentPause.pause,
    mayPause: agentPause.permitted,
    /** Of a profile that is no more. */
    forget: (gone: string) =>
      unlessFailing(undefined, () => {
        for (const service of directoryServices) readings.remove(gone, service);
        intake.dropDirectory(gone).catch(logBug(log, 'A directory could not be removed whole'));
      }),
    stop() {
      soon.stop();
      board.stop();
    },
  };
}

export type WiredDirectory = ReturnType<typeof wireDirectory>;
