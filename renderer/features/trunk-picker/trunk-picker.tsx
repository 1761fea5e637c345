import { useEffect } from 'react';
import type { TrunkPresence } from '../../../shared/domain/pbx-directory.ts';
import type { Trunk } from '../../../shared/domain/trunk.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useKeypad } from '../../stores/keypad.ts';
import { usePresence } from '../../stores/presence.ts';
import { chooseTrunk, readTrunks, useTrunks } from '../../stores/trunks.ts';
import { useWords } from '../../text/use-words.ts';
import { planTyped } from '../keypad/typed-plan.ts';
import { TrunkCombo } from './trunk-combo.tsx';

/** Which outside line to use for the next calls; starts as the rules and the settings say, which come back by choosing theirs. */
export function TrunkPicker() {
  const { t } = useWords();
  const settings = useSnapshot((state) => state.effective);
  const knows = usePresence((store) => store.planKnowledge);
  // What would be taken if nobody chose: that of the contact, of a rule for the typed number, else the usual one.
  const usual = useKeypad(({ text, how }) => {
    const plan = planTyped(text, settings, knows, null, how);
    return plan.kind === 'ready' ? plan.trunkName : settings.identity.trunkName;
  });
  const reachedAtMs = useSnapshot((state) => (state.pbx.state === 'reached' ? state.pbx.atMs : 0));
  const { chosen, list, failure, loading } = useTrunks();
  const told = usePresence((store) => store.presence.trunks);
  const pbx = useSnapshot(
    (state) => `${state.settings.mode} ${state.settings.profile.id} ${state.effective.pbx.address}`,
  );

  // Asks again each time the PBX was reached, until the trunks are known.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newly reached PBX is the reason to ask
  useEffect(() => void readTrunks(pbx), [pbx, reachedAtMs]);

  const hint =
    failure !== null
      ? t(failure.code === 'pbx-access-denied' ? 'trunk.notPermitted' : 'trunk.failed')
      : list?.length === 0
        ? t('trunk.none')
        : null;
  return (
    <TrunkCombo
      value={chosen ?? usual}
      trunks={allTrunks(list ?? [], told)}
      states={new Map(told.map((one) => [one.name, one]))}
      hint={hint}
      loading={loading}
      onChange={(name) => chooseTrunk(name === usual ? null : name)}
      onTryAgain={failure === null || loading ? null : () => void readTrunks(pbx)}
    />
  );
}

/** One that came since the list was read is there too; one that went stands there and says so. */
function allTrunks(list: readonly Trunk[], told: readonly TrunkPresence[]): readonly Trunk[] {
  const names = new Set(list.map(({ name }) => name));
  const more = told.filter(({ name }) => !names.has(name));
  return [...list, ...more.map(({ name }) => ({ name, description: '', active: true }))];
}
