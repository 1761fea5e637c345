import { openDesk } from '../desk.ts';
import { handOver } from '../launch-again.ts';
import { act, type Screen } from '../walk-screens.ts';

const everything =
  'dialdesk://dial/09120000001?trunk=Nowhere&callerId=%2B982188776655&contact=%D8%B9%D9%84%DB%8C%20%DA%A9%D8%B1%DB%8C%D9%85%DB%8C&note=Asked%20to%20be%20called%20after%2015%20about%20the%20invoice%20of%20last%20month%20and%20the%20order%20that%20is%20still%20open';
const everySize = ['narrow', 'smallest', 'zoomed', 'wide'] as const;

/** What links and the command line ask for, with all that can be said of it. */
const screens: readonly Screen[] = [
  {
    name: 'asked for, a link',
    sizes: ['narrow', 'wide'],
    prepare: ({ app }) => handOver(app, ['tel:+98-912-000-0001']),
    show: ({ page }) => page.locator('main section section'),
  },
  {
    name: 'asked for, everything that a link can say',
    sizes: everySize,
    async prepare({ app, page }) {
      await page.locator('main input').first().fill('0935111');
      await handOver(app, [everything]);
    },
    show: ({ page }) => page.locator('main section section'),
  },
  {
    name: 'asked for, not allowed to call',
    sizes: ['narrow'],
    prepare: ({ app }) => handOver(app, ['--call', '09120000001']),
    show: ({ page }) => page.locator('main section section'),
  },
  {
    name: 'asked for, a code',
    sizes: everySize,
    prepare: ({ app }) => handOver(app, ['tel:*21*09120000002%23']),
    show: ({ page }) => page.getByRole('alert'),
  },
  {
    name: 'asked for, refused',
    sizes: ['narrow', 'smallest', 'wide'],
    prepare: ({ app }) => handOver(app, ['tel:javascript:alert(1)']),
    show: ({ page }) => page.getByRole('alert'),
  },
];

export const linksAct = act('links', (launch) => openDesk({ launch }), screens);
