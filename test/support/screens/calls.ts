import { type Desk, dial, openDesk } from '../desk.ts';
import { comeTo, type PassingPhase, phaseCard, walkingPace } from '../hold-call.ts';
import { act, type Screen } from '../walk-screens.ts';

/** Dials at a pace at which each phase can be seen. */
async function begin(desk: Desk, number: string): Promise<void> {
  desk.pbx.setSpeed(walkingPace);
  await dial(desk.page, number);
}

async function end(desk: Desk): Promise<void> {
  desk.pbx.setSpeed(1000);
  await desk.pbx.whenIdle();
  await phaseCard(desk, 'ended').waitFor();
}

const phase = (name: string, of: PassingPhase, from?: string): Screen<Desk> => ({
  name: `call, ${name}`,
  sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
  prepare: (desk) => comeTo(desk, of, from),
  show: (desk) => phaseCard(desk, of),
});

const ending = (name: string, number: string | null): Screen<Desk> => ({
  name: `call, ended: ${name}`,
  sizes: ['narrow', 'wide'],
  async prepare(desk) {
    if (number !== null) await comeTo(desk, 'ringingCaller', number);
    await end(desk);
  },
  show: (desk) => phaseCard(desk, 'ended'),
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
    show: (desk) => phaseCard(desk, 'ended'),
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
        await phaseCard(desk, 'talking')
          .locator('[aria-live="assertive"]', { hasText: /\S/ })
          .waitFor({ state: 'attached' });
      },
      show: (desk) => phaseCard(desk, 'talking'),
    },
  ],
);

const unseen = act('calls without events', (launch) => openDesk({ launch, events: null }), [
  {
    name: 'call, accepted, events off',
    sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
    prepare: (desk) => begin(desk, '09120000001'),
    show: (desk) => phaseCard(desk, 'accepted'),
  },
  {
    name: 'call, unconfirmed',
    sizes: ['narrow', 'wide'],
    async prepare(desk) {
      await begin(desk, '09120000007');
      await phaseCard(desk, 'unconfirmed').waitFor({ timeout: 20_000 });
    },
    show: (desk) => phaseCard(desk, 'unconfirmed'),
  },
]);

export const callActs = [seen, limited, unseen];
