import { createDialPlanner, type DialKnowledge, type DialPlanner } from '../../electron/calls/dial-plan.ts';
import { planKnowledge } from '../../shared/domain/dial-plan.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import type { Settings } from '../../shared/settings/schema.ts';

type PlannedBy = Pick<Settings, 'identity' | 'dialRules' | 'quietDialling'>;

/** The real one over settings of a test; nothing is known of numbers, trunks and phones but what the test says. */
export function aDialPlanner(
  settings: () => Partial<PlannedBy>,
  knows: Partial<DialKnowledge> = {},
  clock: () => number = () => 1000,
): DialPlanner {
  return createDialPlanner({
    settings: () => ({ ...defaultSettings, ...settings() }),
    clock,
    knows: {
      plan: () => planKnowledge({ internal: null, trunks: new Set() }),
      pbxUnreachable: () => false,
      ownPhone: () => null,
      trunkUnavailable: () => false,
      trunkMissing: () => false,
      contactTrunk: () => null,
      doNotCall: () => null,
      blacklisted: () => false,
      called: () => null,
      notedToday: () => null,
      ...knows,
    },
  });
}
