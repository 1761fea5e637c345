import { describe, expect, it } from 'vitest';
import { type DirectView, isDirectCall } from '../../renderer/features/quick-dial/direct-call.ts';

const number = { digits: '09120000001', extension: null, complete: true };
const view: DirectView = {
  direct: true,
  open: true,
  opening: {
    serial: 1,
    purpose: 'selection',
    reading: false,
    source: 'selection',
    partly: false,
    numbers: [number],
    error: null,
  },
  text: '',
  phase: { kind: 'ready' },
  obstacle: null,
  chosen: { kind: 'found', number: '09120000001', extension: null, name: null, known: null },
};
const onLinux = { platform: 'linux', focused: true };
const opening = (part: Partial<DirectView['opening']>): DirectView => ({
  ...view,
  opening: { ...view.opening, ...part },
});

describe('direct mode', () => {
  it('calls the one marked number', () => {
    expect(isDirectCall(view, onLinux)).toBe(true);
  });

  it('calls what was copied only where copying is how a number is marked', () => {
    const copied = opening({ source: 'clipboard' });
    expect(isDirectCall(copied, onLinux)).toBe(false);
    for (const platform of ['win32', 'darwin']) expect(isDirectCall(copied, { platform, focused: true })).toBe(true);
  });

  it('calls nothing while another program has the keys: Esc would not stop it', () => {
    expect(isDirectCall(view, { ...onLinux, focused: false })).toBe(false);
    expect(isDirectCall({ ...view, open: false }, onLinux)).toBe(false);
  });

  it('calls none of several, nothing incomplete, nothing that was not marked, and nothing while something is typed', () => {
    const refused = [
      { ...view, direct: false },
      { ...view, text: '1' },
      { ...view, chosen: null },
      opening({ numbers: [number, { ...number, digits: '557' }] }),
      opening({ numbers: [{ ...number, complete: false }] }),
      opening({ purpose: 'redial' }),
    ];
    for (const one of refused) expect(isDirectCall(one, onLinux)).toBe(false);
  });
});
