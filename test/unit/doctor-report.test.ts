import { describe, expect, it } from 'vitest';
import { createRedact } from '../../electron/logging/redact.ts';
import { doctorPartNames, doctorParts } from '../../renderer/features/diagnostics/doctor-parts.ts';
import { findingStep } from '../../renderer/features/diagnostics/finding-step.ts';
import { findingWords } from '../../renderer/features/diagnostics/finding-words.ts';
import { writeReport } from '../../renderer/features/diagnostics/write-report.ts';
import { settingNames } from '../../renderer/features/settings/settings-catalogue.ts';
import { createText } from '../../renderer/text/i18n.ts';
import { wordsIn } from '../../renderer/text/use-words.ts';
import {
  type DoctorRun,
  doctorChecks,
  doctorRunSchema,
  type Finding,
  findingSayings,
} from '../../shared/ipc/doctor-schema.ts';
import type { Language } from '../../shared/language.ts';

const wordsOf = (language: Language) =>
  wordsIn(createText(language).t, {
    language,
    calendar: 'gregorian',
    digits: language === 'fa' ? 'persian' : 'latin',
    timeZone: 'UTC',
  });
const app = { version: '1.2.3', electron: '45.4.1', chrome: '', node: '', platform: 'linux', startedAtMs: 0 };
const startedAtMs = Date.UTC(2026, 0, 16, 12, 30);

const finding = (part: Partial<Finding>): Finding => ({
  check: 'address',
  state: 'ok',
  says: 'address-none',
  facts: {},
  error: null,
  ...part,
});
const runOf = (...findings: readonly Finding[]): DoctorRun => ({ run: 1, startedAtMs, finished: true, findings });

const secret = 'c4n4ry-Pa55';
const token = 'c4n4ry/t0k3n==';
const user = 'canary-user';
const redact = createRedact(() => [user, secret, token, `${user}:${secret}`]);

describe('the report', () => {
  it('has a line for each finding, with its state in words, below the part that it belongs to', () => {
    const run = runOf(
      finding({ facts: { host: 'pbx.example:8080', ms: 12 } }),
      finding({ check: 'clock', state: 'failed', says: 'clock-behind', facts: { apartMs: 12 * 60_000 } }),
      finding({ check: 'kinds', state: 'unseen', says: 'kinds-some', facts: { arrived: ['Ping'], missing: ['Cdr'] } }),
    );
    const report = writeReport(run, app, wordsOf('en'));
    expect(report).toContain('Dialdesk 1.2.3 on linux, Electron 45.4.1');
    expect(report).toContain('Checked: 2026-01-16T12:30:00.000Z');
    expect(report).toContain('Phone system\n- Address: OK. pbx.example:8080 is reached, unencrypted.');
    expect(report).toContain('- Kinds of events: Not observed yet. Arrived: Ping; not yet: Cdr.');
    expect(report).toContain('- Clock: Failed. The clock of the PBX is 12 min behind this computer');
    expect(report).not.toContain('Not finished');
    expect(writeReport({ ...run, finished: false }, app, wordsOf('en'))).toContain('Not finished');
  });

  it.each(['en', 'fa'] as const)('leaves the program without a secret and without a full number (%s)', (language) => {
    // Wherever a text of others could bring them in.
    const run = runOf(
      finding({ facts: { host: `${user}:${secret}@pbx.example` } }),
      finding({
        check: 'account',
        state: 'failed',
        says: 'error',
        error: { code: 'pbx-refused', message: `no ${secret} for ${user}, ask 09123456789` },
      }),
      finding({
        check: 'listener',
        facts: { address: `http://192.168.1.20:8088/simotel?token=${encodeURIComponent(token)}` },
        says: 'listener-on',
      }),
      finding({ check: 'links', state: 'attention', says: 'links-other', facts: { program: '+98 912 345 6789' } }),
      finding({
        check: 'kinds',
        says: 'kinds-all',
        facts: { arrived: [Buffer.from(`${user}:${secret}`).toString('base64')] },
      }),
      finding({ check: 'keychain', says: 'keychain-protected', facts: { store: token } }),
    );
    const told = writeReport(run, app, wordsOf(language));
    // What would be copied without the last step has all of them, else nothing is proven.
    for (const each of [user, secret, token, '09123456789']) expect(told).toContain(each);
    const report = redact(told);
    for (const each of [
      user,
      secret,
      token,
      encodeURIComponent(token),
      Buffer.from(`${user}:${secret}`).toString('base64'),
    ]) {
      expect(report).not.toContain(each);
    }
    expect(report).not.toMatch(/\p{Nd}{5}/u);
    expect(report).not.toContain('912 345');
    expect(report).toContain('***789');
    // What is no secret is still there, or nobody could help.
    expect(report).toContain('192.168.1.20:8088');
    expect(report).toContain('2026-01-16T12:30:00.000Z');
  });

  it.each(['en', 'fa'] as const)('has room for every finding at its longest (%s)', (language) => {
    const error = { code: 'pbx-access-denied', right: 'calls', service: 'x'.repeat(256) } as const;
    const findings = doctorChecks.map((check) => finding({ check, state: 'failed', says: 'error', error }));
    expect(writeReport(runOf(...findings), app, wordsOf(language)).length).toBeLessThan(16 * 1024);
  });
});

describe('a finding', () => {
  it('keeps names from left to right among Persian words, and adds nothing to them where all runs that way', () => {
    const known = finding({
      says: 'zones-wrong-known',
      facts: { zone: 'UTC', rightZone: 'Asia/Tehran', apartMs: 1000 },
    });
    expect(findingWords(known, wordsOf('fa'))).toMatch(/\u2066UTC\u2069.*\u2066Asia\/Tehran\u2069/);
    expect(findingWords(known, wordsOf('en'))).toContain('Asia/Tehran would fit');
    expect(findingWords(known, wordsOf('en'))).not.toMatch(/[\u2066\u2069]/);
  });

  const all = findingSayings.filter((says) => says !== 'error');
  const facts = {
    host: 'h',
    address: 'a',
    port: 1,
    code: 'c',
    ms: 2,
    answerMs: 3,
    eventMs: 4,
    arrived: ['Ping'],
    missing: ['Cdr'],
    atMs: startedAtMs,
    apartMs: 3.5 * 60 * 60 * 1000,
    zone: 'UTC',
    rightZone: 'Asia/Tehran',
    store: 's',
    actions: ['redial'],
    schemes: ['tel'],
    program: 'p',
    freeBytes: 5 * 1024 ** 3,
    usedBytes: 12 * 1024 ** 2,
    storage: 'full',
  } as const satisfies Finding['facts'];

  it.each(['en', 'fa'] as const)('is one sentence in %s, whatever it says', (language) => {
    for (const says of all) {
      const words = findingWords(finding({ says, facts }), wordsOf(language));
      const sentence = /^[^?]+[.]$/.test(words) && !words.includes('{{') && !/[.!؟]\s+\p{L}/u.test(words);
      expect({ says, words, sentence }).toEqual({ says, words, sentence: true });
    }
  });

  it('is told in the measure of the thing', () => {
    const said = (part: Partial<Finding>) => findingWords(finding(part), wordsOf('en'));
    expect(said({ says: 'clock-agrees', facts: { apartMs: 40 } })).toContain('within 1 s');
    expect(said({ says: 'zones-wrong', facts })).toContain('3.5 h off');
    expect(said({ says: 'disk-roomy', facts })).toBe('5 GB are free; the call history takes 12 MB.');
  });

  it('that is not fine leads on: to a setting there is, or to another look', () => {
    const without = ['checking', 'not-reached'];
    const fineOnes = [
      'address-none',
      'address-trusted',
      'address-pinned',
      'simotel-answers',
      'account-accepted',
      'right-allowed',
      'calls-accepted',
      'listener-on',
      'round-trip-arrived',
      'kinds-all',
      'clock-agrees',
      'zones-agree',
      'keychain-protected',
      'hotkeys-on',
      'hotkeys-none',
      'links-ours',
      'disk-roomy',
    ];
    for (const says of all) {
      const step = findingStep(finding({ says, facts }));
      if (without.includes(says) || fineOnes.includes(says)) expect({ says, step }).toEqual({ says, step: null });
      else if (step !== 'again') expect(settingNames).toContain(step?.setting);
    }
    const error = { code: 'computer-offline' } as const;
    expect(findingStep(finding({ says: 'error', state: 'failed', error }))).toEqual({ setting: 'pbx.address' });
  });

  it('is in one part of the list', () => {
    expect(doctorPartNames.flatMap((part) => [...doctorParts[part]]).sort()).toEqual([...doctorChecks].sort());
    expect(doctorRunSchema.parse(runOf(finding({ facts })))).toBeTruthy();
  });
});
