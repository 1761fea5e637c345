import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  askFindings,
  forgetFindings,
  liftShown,
  stopOf,
  useDialFindings,
} from '../../renderer/stores/dial-findings.ts';
import { originate } from '../../renderer/stores/dialling.ts';
import { clearNumber, insertAt, putNumber, useKeypad } from '../../renderer/stores/keypad.ts';
import { callFromPalette, useQuickDial } from '../../renderer/stores/quick-dial.ts';
import { useTrunks } from '../../renderer/stores/trunks.ts';
import type { DialStop, DialStopKind } from '../../shared/domain/dial-findings.ts';

const stops: readonly DialStop[] = [{ kind: 'own-phone-in-use' }, { kind: 'do-not-call', name: 'Sara' }];
const number = '09123456789';
const asked = { destination: number, trunkName: null, contactTrunk: null, literal: false };
let overrides: (readonly DialStopKind[])[] = [];

/** As the main process answers: whatever was not overridden still stops. */
function place({ override = [] }: { readonly override?: readonly DialStopKind[] }) {
  overrides.push(override);
  const left = stops.filter(({ kind }) => !override.includes(kind));
  return left.length === 0
    ? { ok: true, value: { outcome: 'accepted', callId: 'c1' } }
    : { ok: false, error: { code: 'dial-stopped', stops: left } };
}

beforeEach(() => {
  vi.useFakeTimers();
  overrides = [];
  vi.stubGlobal('window', {
    dialer: {
      request: async (channel: string, input: object) => {
        if (channel === 'call:plan') return { ok: true, value: { plan: null, findings: stops } };
        return channel === 'call:originate' ? place(input) : { ok: true, value: {} };
      },
      subscribe: () => undefined,
    },
  });
  useTrunks.setState({ chosen: null });
  forgetFindings();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const shown = () => stopOf(useDialFindings.getState(), asked)?.kind ?? null;
const callAnyway = () => originate(number, 'keypad', { literal: false, override: liftShown(asked) });

describe('what speaks against a call', () => {
  it('is not lifted by the key that calls anyway before it was shown', async () => {
    askFindings(asked);
    expect(await callAnyway()).toBeNull();
    expect(overrides).toEqual([[]]);
    expect(shown()).toBe('own-phone-in-use');
  });

  it('is shown one after the other, and each is lifted by itself', async () => {
    askFindings(asked);
    await vi.advanceTimersByTimeAsync(100);
    expect(shown()).toBe('own-phone-in-use');
    expect(await callAnyway()).toBeNull();
    expect(shown()).toBe('do-not-call');
    // Looked for again: what was lifted stays so for this number.
    askFindings(asked);
    await vi.advanceTimersByTimeAsync(100);
    expect(shown()).toBe('do-not-call');
    expect(await callAnyway()).toBe('accepted');
    expect(overrides).toEqual([['own-phone-in-use'], ['own-phone-in-use', 'do-not-call']]);
  });

  it('is lifted for what it was said of alone', async () => {
    askFindings(asked);
    await vi.advanceTimersByTimeAsync(100);
    expect(liftShown({ ...asked, destination: '0912' })).toEqual([]);
    expect(liftShown({ ...asked, literal: true })).toEqual([]);
    expect(liftShown({ ...asked, trunkName: 'MCI' })).toEqual([]);
    expect(liftShown({ ...asked, contactTrunk: 'MCI' })).toEqual([]);
  });

  it("keeps the contact's trunk and the literal number with what is put in at the keypad", async () => {
    const how = { literal: true, contactTrunk: 'Shatel' };
    expect(await originate(number, 'contacts', how)).toBeNull();
    expect(useKeypad.getState()).toMatchObject({ text: number, how });
    expect(stopOf(useDialFindings.getState(), { ...asked, ...how })?.kind).toBe('own-phone-in-use');
    clearNumber();
    putNumber(number);
    expect(useKeypad.getState().how).toEqual({ literal: false, contactTrunk: null });
    expect(await originate(number, 'keypad', how)).toBeNull();
    expect(useKeypad.getState().how).toEqual(how);
    insertAt(11, 11, '1');
    expect(useKeypad.getState().how).toEqual({ literal: false, contactTrunk: null });
  });

  it('in the palette too', async () => {
    const kind = () => {
      const { phase } = useQuickDial.getState();
      return phase.kind === 'failed' && phase.error.code === 'dial-stopped' ? phase.error.stops[0].kind : phase.kind;
    };
    await callFromPalette(number, { anyway: true });
    expect(kind()).toBe('own-phone-in-use');
    await callFromPalette(number, { anyway: true });
    expect(kind()).toBe('do-not-call');
    await callFromPalette(number);
    expect(kind()).toBe('own-phone-in-use');
    await callFromPalette(number, { anyway: true });
    await callFromPalette(number, { anyway: true });
    expect(kind()).toBe('ready');
    expect(overrides.at(-1)).toEqual(['own-phone-in-use', 'do-not-call']);
  });
});
