import { useEffect } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { usePresence } from '../../stores/presence.ts';
import { useSuggestions } from '../../stores/suggestions.ts';
import { chooseTrunk, readTrunks, trunksAt, useTrunks } from '../../stores/trunks.ts';
import { useWords } from '../../text/use-words.ts';
import { usePlannedTrunk } from '../keypad/use-planned-trunk.ts';
import { offeredTrunks } from './trunk-choices.ts';
import { TrunkCombo } from './trunk-combo.tsx';
import { useTrunkActions } from './use-trunk-actions.ts';

/** Which outside line to use for the next calls; starts as the rules and the settings say, which come back by choosing theirs. */
export function TrunkPicker() {
  const { t } = useWords();
  const usualOfSettings = useSnapshot((state) => state.effective.identity.trunkName);
  const owner = useSuggestions((store) => store.owner);
  // What would be taken if nobody chose: that of the contact, of a rule for the typed number, else the usual one.
  const usual = usePlannedTrunk(null) ?? usualOfSettings;
  const reachedAtMs = useSnapshot((state) => (state.pbx.state === 'reached' ? state.pbx.atMs : 0));
  const { chosen, list, failure, loading } = useTrunks();
  const told = usePresence((store) => store.presence.trunks);
  const pbx = useSnapshot(trunksAt);

  // Asks again each time the PBX was reached, until the trunks are known.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newly reached PBX is the reason to ask
  useEffect(() => void readTrunks(pbx), [pbx, reachedAtMs]);

  const value = chosen ?? usual;
  const onTryAgain = failure === null || loading ? null : () => void readTrunks(pbx);
  const { favourites, actions, failed, onFavourite } = useTrunkActions({ trunk: value, owner, onTryAgain });
  const listHint =
    failure !== null
      ? t(failure.code === 'pbx-access-denied' ? 'trunk.notPermitted' : 'trunk.failed')
      : list?.length === 0
        ? t('trunk.none')
        : null;
  const hint = failed ? t('trunk.notKept') : listHint;
  return (
    <TrunkCombo
      value={value}
      trunks={offeredTrunks(list, told, favourites)}
      states={new Map(told.map((one) => [one.name, one]))}
      hint={hint}
      loading={loading}
      onChange={(name) => chooseTrunk(name === usual ? null : name)}
      favourites={favourites}
      actions={actions}
      onFavourite={onFavourite}
    />
  );
}
