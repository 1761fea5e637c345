import type { Locator } from '@playwright/test';
import type { CallPhase } from '../../../renderer/features/active-call/call-phase.ts';
import { type Desk, dial, openDesk } from '../desk.ts';
import { act, type Screen } from '../walk-screens.ts';

/** So slow that nothing happens while a screen is looked at in every look. */
const standstill = 0.0001;
const walkingPace = 2;

type SeenPhase = 'ringingCaller' | 'callerAnswered' | 'ringingCallee' | 'talking';
type EventTest = Parameters<Desk['pbx']['setSpeedAt']>[0];

/** The event with which each phase of a call to an outside number begins. */
const beginnings: Readonly<Record<SeenPhase, EventTest>> = {
  ringingCaller: ({ fields }) => fields['state'] === 'Ringing',
  callerAnswered: ({ fields }) => fields['state'] === 'InUse' && fields['participant'] === undefined,
  ringingCallee: ({ name }) => name === 'OutgoingCall',
  talking: ({ fields }) => fields['state'] === 'InUse' && fields['participant'] !== undefined,
};

const card = ({ page }: Desk, phase: CallPhase): Locator => page.locator(`[data-phase="${phase}"]`);

/** Dials at a pace at which each phase can be seen. */
async function begin(desk: Desk, number: string): Promise<void> {
  desk.pbx.setSpeed(walkingPace);
  await dial(desk.page, number);
}

/** Lets the call go on as far as that, one to the number when there is none yet, and there time stands still. */
export async function comeTo(desk: Desk, phase: SeenPhase, number?: string): Promise<void> {
  // Set before anything goes on: a busy computer may look long after the phase would have passed.
  desk.pbx.setSpeedAt(beginnings[phase], standstill);
  desk.pbx.setSpeed(walkingPace);
  if (number !== undefined) await dial(desk.page, number);
  await card(desk, phase).waitFor();
}

async function end(desk: Desk): Promise<void> {
  desk.pbx.setSpeed(1000);
  await desk.pbx.whenIdle();
  await card(desk, 'ended').waitFor();
}

const phase = (name: string, of: SeenPhase, from?: string): Screen<Desk> => ({
  name: `call, ${name}`,
  sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
  prepare: (desk) => comeTo(desk, of, from),
  show: (desk) => card(desk, of),
});

const ending = (name: string, number: string | null): Screen<Desk> => ({
  name: `call, ended: ${name}`,
  sizes: ['narrow', 'wide'],
  async prepare(desk) {
    if (number !== null) await comeTo(desk, 'ringingCaller', number);
    await end(desk);
  },
  show: (desk) => card(desk, 'ended'),
});

const seen = act('calls', (launch) => openDesk({ launch, identity: { timeoutSeconds: 120 } }), [
  phase('your phone rings', 'ringingCaller', '09120000001'),
  phase('you picked up', 'callerAnswered'),
  phase('the other phone rings', 'ringingCallee'),
  phase('talking', 'talking'),
  ending('answered', null),
  ending('busy', '09120000002'),
  ending('no answer', '09120000003'),
  ending('your phone was not picked up', '09120000004'),
  ending('the trunk failed', '09120000005'),
  {
    name: 'call, refused',
    sizes: ['narrow', 'wide'],
    async prepare(desk) {
      await dial(desk.page, '09120000006');
      await desk.page.getByText('Requested operation failed').first().waitFor();
    },
    show: (desk) => card(desk, 'ended'),
  },
  {
    name: 'call, asking',
    sizes: ['narrow'],
    prepare: (desk) => begin(desk, '09120000007'),
    show: (desk) => desk.page.locator('[data-phase]'),
  },
]);

const limited = act(
  'calls with a limit',
  (launch) =>
    openDesk({
      launch,
      identity: { timeoutSeconds: 120, callLimitSeconds: 600 },
      callLimit: { beforeEndSeconds: 20, repeatEverySeconds: 0 },
    }),
  [
    phase('countdown', 'talking', '09120000012'),
    {
      name: 'call, limit warning',
      sizes: ['narrow', 'smallest', 'wide'],
      async prepare(desk) {
        await desk.page.evaluate(() =>
          window.dialer.request('settings:update', { callLimit: { beforeEndSeconds: 599, repeatEverySeconds: 0 } }),
        );
        // What is announced comes with the warning.
        await card(desk, 'talking')
          .locator('[aria-live="assertive"]', { hasText: /\S/ })
          .waitFor({ state: 'attached' });
      },
      show: (desk) => card(desk, 'talking'),
    },
  ],
);

const unseen = act('calls without events', (launch) => openDesk({ launch, events: null }), [
  {
    name: 'call, accepted, events off',
    sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
    prepare: (desk) => begin(desk, '09120000001'),
    show: (desk) => card(desk, 'accepted'),
  },
  {
    name: 'call, unconfirmed',
    sizes: ['narrow', 'wide'],
    async prepare(desk) {
      await begin(desk, '09120000007');
      await card(desk, 'unconfirmed').waitFor({ timeout: 20_000 });
    },
    show: (desk) => card(desk, 'unconfirmed'),
  },
]);

export const callActs = [seen, limited, unseen];
