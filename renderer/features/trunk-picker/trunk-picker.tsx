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
  const pbx = useSnapshot((state) => `${state.settings.mode} ${state.effective.pbx.address}`);

  // Asks again each time the PBX was reached, until the trunks are known.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newly reached PBX is the reason to ask
  useEffect(() => void loadTrunks(pbx), [pbx, reachedAtMs]);

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
      onTryAgain={failure === null || loading ? null : () => void loadTrunks(pbx)}
    />
  );
}
