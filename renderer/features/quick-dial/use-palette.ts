import { useEffect, useState } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import type { HeldKeys } from '../../stores/dialling.ts';
import { usePresence } from '../../stores/presence.ts';
import {
  askContacts,
  askKnown,
  askRecent,
  callFromPalette,
  forgetAttempt,
  takeTrunk,
  useQuickDial,
} from '../../stores/quick-dial.ts';
import { readTrunks, useTrunks } from '../../stores/trunks.ts';
import { useAltHeld } from '../../use-alt-held.ts';
import { useContactName } from '../../use-contact-name.ts';
import { dialObstacle, planTyped } from '../keypad/typed-plan.ts';
import { isUnsettled } from './palette-enter.ts';
import {
  chosenIndex,
  digitsToFind,
  isPicker,
  type PaletteEntry,
  paletteGroups,
  plainDigitsChoose,
  wordsToFind,
} from './palette-list.ts';
import { turnTrunk } from './trunk-turn.ts';

/** Everything that the palette shows and does, for the opening and the text of now. */
export function usePalette() {
  const { open, opening, text, phase, known, recent, contacts, trunk: own } = useQuickDial();
  const settings = useSnapshot((state) => state.effective);
  const chosen = useSnapshot((state) => state.chosenTrunk);
  const trunks = useTrunks((store) => store.list);
  const knows = usePresence((store) => store.planKnowledge);
  const literal = useAltHeld(true);
  const { countryCode, trunkName: usual } = settings.identity;
  const digits = digitsToFind(text, countryCode);
  const words = wordsToFind(text, countryCode);
  // While the answer for the last key is on its way, what still fits of the one before stays.
  const earlier =
    digits === null || recent === null ? [] : recent.numbers.filter(({ number }) => number.includes(digits));
  const groups = paletteGroups({
    opening,
    text,
    countryCode,
    recent: recent?.digits === digits ? recent.numbers : earlier,
    contacts: words !== null && contacts?.words === words ? contacts.numbers : [],
    known: (number) => known.get(number) ?? null,
  });
  const entries = groups.flatMap((group) => group.entries);
  const [walkedTo, setWalkedTo] = useState<{ readonly list: string; readonly number: string } | null>(null);
  // What was reached with the arrows counts for this list only: another one begins at its best again.
  const list = `${opening.serial} ${text}`;
  const at = chosenIndex({ opening, text }, entries, walkedTo?.list === list ? walkedTo.number : null);
  const number = at === null ? undefined : entries[at]?.number;
  const contactTrunk = useContactName(number ?? '')?.trunkName ?? null;
  const plan =
    number === undefined ? null : planTyped(number, settings, knows, own ?? chosen, { literal, contactTrunk });
  // A rule has a say in it as long as nobody chose.
  const trunk = plan?.kind === 'ready' ? plan.trunkName : (own ?? chosen ?? usual);
  const pbx = useSnapshot(
    (state) => `${state.settings.mode} ${state.settings.profile.id} ${state.effective.pbx.address}`,
  );

  useEffect(() => {
    if (digits !== null) void askRecent(digits);
  }, [digits]);
  useEffect(() => {
    if (words !== null) void askContacts(words);
  }, [words]);
  const asked = groups
    .flatMap(({ entries: some }) => some.filter(({ kind }) => kind !== 'recent').map(({ number }) => number))
    .join(' ');
  useEffect(() => void askKnown(asked === '' ? [] : asked.split(' ')), [asked]);
  // A palette that nobody opened asks the PBX for nothing.
  useEffect(() => {
    if (opening.serial > 0) void readTrunks(pbx);
  }, [opening.serial, pbx]);

  const choose = (index: number) => {
    const number = entries[index]?.number;
    if (number === undefined) return;
    forgetAttempt();
    setWalkedTo({ list, number });
  };
  return {
    open,
    opening,
    text,
    phase,
    groups,
    entries,
    at,
    chosen: at === null ? null : (entries[at] ?? null),
    unsettled: isUnsettled({
      opening,
      text,
      countryCode,
      recentFor: recent?.digits ?? null,
      digits,
      contactsFor: contacts?.words ?? null,
      words,
    }),
    picker: isPicker({ opening, text }),
    plainDigits: plainDigitsChoose({ opening, text }),
    plan,
    trunk,
    obstacle: dialObstacle(settings, plan?.kind === 'ready' ? plan.trunkName : (own ?? chosen)),
    direct: settings.hotkeys.direct,
    walk(step: 1 | -1) {
      const from = at ?? (step === 1 ? -1 : 0);
      if (entries.length > 0) choose((from + step + entries.length) % entries.length);
    },
    choose,
    turnTrunk: (step: 1 | -1) => takeTrunk(turnTrunk(trunk, usual, trunks ?? [], step)),
    call(entry: PaletteEntry, keys: HeldKeys = {}) {
      // The phone may be ringing: it is asked again only after another look at the list.
      const again = phase.kind === 'failed' && phase.outcome === 'unknown' && phase.number === entry.number;
      if (!again) void callFromPalette(entry.number, keys);
    },
  };
}

export type PaletteView = ReturnType<typeof usePalette>;
