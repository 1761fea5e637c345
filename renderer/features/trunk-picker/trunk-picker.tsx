import { useEffect } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { chooseTrunk, loadTrunks, useTrunks } from '../../stores/trunks.ts';
import { useWords } from '../../text/use-words.ts';
import { TrunkCombo } from './trunk-combo.tsx';

/** Which outside line to use for the next calls; starts as the settings say. */
export function TrunkPicker() {
  const { t } = useWords();
  const usual = useSnapshot((state) => state.effective.identity.trunkName);
  const reachedAtMs = useSnapshot((state) => (state.pbx.state === 'reached' ? state.pbx.atMs : 0));
  const { chosen, list, failure, loading } = useTrunks();
  const missing = list === null;

  // Asks again when the PBX came back, but not while a list is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newly reached PBX is the reason to ask
  useEffect(() => {
    if (missing) void loadTrunks();
  }, [missing, reachedAtMs]);

  const hint =
    failure !== null
      ? t(failure.code === 'pbx-access-denied' ? 'trunk.notPermitted' : 'trunk.failed')
      : list?.length === 0
        ? t('trunk.none')
        : null;
  return (
    <TrunkCombo
      value={chosen ?? usual}
      trunks={list ?? []}
      hint={hint}
      loading={loading}
      onChange={(name) => chooseTrunk(name === usual ? null : name)}
    />
  );
}
