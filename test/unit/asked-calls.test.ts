import { beforeEach, describe, expect, it } from 'vitest';
import { type AskedCalls, createAskedCalls } from '../../electron/links/asked-calls.ts';
import { provisioningSchema } from '../../shared/settings/provisioning-schema.ts';

let nowMs = 0;
let allowed = false;
let changes = 0;
let countryCode = '98';
let asked: AskedCalls;

beforeEach(() => {
  nowMs = 1000;
  allowed = false;
  changes = 0;
  countryCode = '98';
  asked = createAskedCalls({
    clock: () => nowMs,
    rules: () => ({ countryCode }),
    mayCall: () => allowed,
    onChange: () => {
      changes += 1;
    },
  });
});

const open = () => {
  const read = asked.read();
  if (read === null) throw new Error('Nothing is asked for');
  return read;
};

describe('what was asked for', () => {
  it('waits until it is taken, is handed over once and stays to be read until it is dismissed', () => {
    expect(asked.read()).toBeNull();
    asked.arrived({ from: 'link', text: 'tel:+989123456789' });
    const { id } = open();
    expect(open()).toMatchObject({ kind: 'number', number: '09123456789', from: 'link', call: 'no', taken: false });
    expect(asked.take(id)).toEqual({ ok: true, value: { call: false } });
    expect(open()).toMatchObject({ taken: true });
    expect(asked.take(id).ok).toBe(false);
    asked.dismiss('another');
    expect(asked.read()).not.toBeNull();
    asked.dismiss(id);
    expect(asked.read()).toBeNull();
    expect(changes).toBe(3);
  });

  it('is the newest, and the one before cannot be taken any more', () => {
    asked.arrived({ from: 'link', text: 'tel:551' });
    const { id } = open();
    asked.arrived({ from: 'link', text: 'tel:552' });
    expect(asked.take(id).ok).toBe(false);
    expect(open()).toMatchObject({ number: '552' });
  });

  it('is read by the rules of the moment: during a set-up they are not known yet', () => {
    countryCode = '';
    asked.arrived({ from: 'link', text: 'tel:+989123456789' });
    expect(open()).toMatchObject({ number: '00989123456789' });
    countryCode = '98';
    expect(open()).toMatchObject({ number: '09123456789' });
  });

  it('is refused in a way that can be put into words', () => {
    asked.arrived({ from: 'link', text: 'tel:javascript:alert(1)' });
    const refused = open();
    expect(refused).toMatchObject({ kind: 'refused', error: { code: 'link-refused', reason: 'not-a-number' } });
    expect(asked.take(refused.id).ok).toBe(false);
  });
});

describe('the wish to call at once', () => {
  const wish = (text: string) => asked.arrived({ from: 'command-line', text, call: true });

  it('is not followed unless the agent allowed it', () => {
    wish('551');
    expect(open()).toMatchObject({ call: 'not-allowed', from: 'command-line' });
    expect(asked.take(open().id)).toEqual({ ok: true, value: { call: false } });
    allowed = true;
    expect(open()).toMatchObject({ call: 'not-allowed' });
  });

  it('is followed once when it is allowed', () => {
    allowed = true;
    wish('551');
    expect(asked.take(open().id)).toEqual({ ok: true, value: { call: true } });
    expect(asked.take(open().id).ok).toBe(false);
  });

  it('cannot be allowed by a file that is handed to the program with it', () => {
    expect(provisioningSchema.safeParse({ version: 1 }).success).toBe(true);
    expect(provisioningSchema.safeParse({ version: 1, commandLine: { mayCall: true } }).success).toBe(false);
    expect(provisioningSchema.safeParse({ version: 1, hotkeys: { redial: 'Ctrl+Alt+R' } }).success).toBe(true);
    expect(provisioningSchema.safeParse({ version: 1, hotkeys: { direct: true } }).success).toBe(false);
  });

  it('is not followed for a code', () => {
    allowed = true;
    wish('*21*09123456789#');
    expect(open()).toMatchObject({ isCode: true, call: 'no' });
    expect(asked.take(open().id)).toEqual({ ok: true, value: { call: false } });
  });

  it.each([30_000, -1])('is not followed when it had to wait (%i ms)', (waitedMs) => {
    allowed = true;
    wish('551');
    nowMs += waitedMs;
    expect(open()).toMatchObject({ call: 'too-late' });
    expect(asked.take(open().id)).toEqual({ ok: true, value: { call: false } });
  });
});
