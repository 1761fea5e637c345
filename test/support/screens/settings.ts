import { type Desk, openDesk } from '../desk.ts';
import { openSettings } from '../set-up-steps.ts';
import { act, type Screen } from '../walk-screens.ts';
import { openTab } from './desk.ts';

const groups = ['Connection', 'Identity', 'Call limit', 'Events', 'Secrets', 'Appearance', 'Demo', 'About'] as const;

const screens: readonly Screen<Desk>[] = [
  {
    name: 'settings',
    sizes: ['narrow', 'smallest'],
    async show(desk, size) {
      await openTab(desk, 'Settings', size);
      return desk.page.getByRole('navigation');
    },
  },
  ...groups.map(
    (group): Screen<Desk> => ({
      name: `settings, ${group.toLowerCase()}`,
      sizes: group === 'Events' ? ['narrow', 'smallest', 'wide'] : ['narrow', 'wide'],
      async show({ page }) {
        await openSettings(page, group);
        return page.getByRole('tabpanel').getByRole('heading').first();
      },
    }),
  ),
];

export const settingsAct = act('settings', (launch) => openDesk({ launch }), screens);
