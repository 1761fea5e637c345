import { expect, test } from '@playwright/test';
import type { ProvisioningFile } from '../../shared/settings/provisioning-schema.ts';
import { dial, openDesk } from '../support/desk.ts';

type Scenario = {
  readonly title: string;
  readonly identity: NonNullable<ProvisioningFile['identity']>;
  readonly callee: string;
  readonly body: Readonly<Record<string, string>>;
};

// The vendor's scenarios 1 to 4 and its time limit (5): which fields are there, which are not, all values as strings.
const scenarios: readonly Scenario[] = [
  {
    title: 'an extension calls an extension',
    identity: { caller: '557', callerId: '557', timeoutSeconds: 30 },
    callee: '558',
    body: { caller: '557', callee: '558', context: 'main_routing', caller_id: '557', timeout: '30' },
  },
  {
    title: 'an outside number calls an extension through a trunk',
    identity: { caller: '09371234567', callerId: 'masking', trunkName: 'MCI' },
    callee: '558',
    body: {
      caller: '09371234567',
      callee: '558',
      context: 'main_routing',
      caller_id: 'masking',
      trunk_name: 'MCI',
    },
  },
  {
    title: 'an extension calls an outside number, the dial plan chooses the trunk',
    identity: { caller: '557', callerId: '557' },
    callee: '09120000001',
    body: { caller: '557', callee: '09120000001', context: 'main_routing', caller_id: '557' },
  },
  {
    title: 'an outside number calls an outside number through a trunk',
    identity: { caller: '09371234567', callerId: '09120000001', trunkName: 'Irancell' },
    callee: '09120000001',
    body: {
      caller: '09371234567',
      callee: '09120000001',
      context: 'main_routing',
      caller_id: '09120000001',
      trunk_name: 'Irancell',
    },
  },
  {
    title: 'a call with a time limit',
    identity: { caller: '557', callerId: '557', timeoutSeconds: 20, callLimitSeconds: 300 },
    callee: '09120000001',
    body: {
      caller: '557',
      callee: '09120000001',
      context: 'main_routing',
      caller_id: '557',
      timeout: '20',
      call_limit: '300',
    },
  },
];

for (const { title, identity, callee, body } of scenarios) {
  test(`${title}: the PBX gets exactly the documented request`, async () => {
    const desk = await openDesk({ identity });
    await dial(desk.page, callee);
    await expect.poll(() => desk.originates().length).toBe(1);
    const [request] = desk.originates();
    expect(request?.method).toBe('POST');
    expect(request?.path).toBe('/api/v4/call/originate/act');
    expect(request?.body).toStrictEqual(body);
    expect(request?.status).toBe(200);
    await expect.poll(async () => (await desk.calls()).at(0)?.records.cdr?.disposition).toBe('answered');
    expect(desk.app.complaints).toEqual([]);
    await desk.leave();
  });
}
