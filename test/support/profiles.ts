import type { Page } from '@playwright/test';
import { DemoPbx } from '../../electron/demo-pbx/demo-pbx.ts';
import { connectEvents, type Desk, listenerAddress } from './desk.ts';

/** A second PBX with an account of its own. */
const branchAccount = { user: 'branch-api', password: 'branch-password-1', token: 'branch-token-1' };

/** Names the profile that is there, and adds one for a PBX of its own, which is then in use. The caller stops that PBX. */
export async function openBranch(desk: Desk): Promise<DemoPbx> {
  const branch = new DemoPbx({ speed: 10, accounts: [{ ...branchAccount, auth: 'both', services: 'all' }] });
  const { address } = await branch.start();
  await desk.page.evaluate(
    async ({ at, account }) => {
      const { dialer } = window;
      const answers = [
        await dialer.request('profile:rename', { id: 'main', name: 'Head office' }),
        await dialer.request('profile:add', { name: 'Branch', copy: false }),
        await dialer.request('settings:update', { pbx: { address: at }, identity: { caller: '558', callerId: '558' } }),
        await dialer.request('credentials:save', account),
      ];
      for (const answer of answers) if (!answer.ok) throw new Error(answer.error.code);
    },
    { at: address, account: branchAccount },
  );
  await hearFrom(desk, branch);
  return branch;
}

/** The listener of a test takes a free port each time it begins, and it begins anew for each profile. */
export async function hearFrom(desk: Desk, pbx: DemoPbx): Promise<void> {
  connectEvents(pbx, { ...desk.listener, address: await listenerAddress(desk.app) });
}

/** The own number in the header, where it opens the list of profiles. */
export function profileButton(page: Page) {
  return page.locator('[data-control="profile"]');
}
