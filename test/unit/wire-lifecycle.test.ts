import { expect, it, vi } from 'vitest';
import { wireLifecycle } from '../../electron/wiring/wire-lifecycle.ts';

vi.mock('electron', () => ({ powerMonitor: {} }));

it('a start that fails leaves the way to a newer version open', async () => {
  const updates = { start: vi.fn() };
  const history = {
    startTidying() {
      throw new Error('nothing works in this version');
    },
  };
  // Nothing else is reached.
  const parts: Parameters<typeof wireLifecycle>[0] = Object.create({ updates, history });
  await expect(wireLifecycle(parts).start()).rejects.toThrow('nothing works');
  expect(updates.start).toHaveBeenCalledOnce();
});
