import { describe, expect, it } from 'vitest';
import { errorWords } from '../../renderer/text/error-words.ts';
import { createText } from '../../renderer/text/i18n.ts';
import type { DialerError } from '../../shared/errors.ts';
import { readModules } from '../support/module-graph.ts';

/** One of every code; a code that is missing here does not compile. */
const samples: { readonly [C in DialerError['code']]: Extract<DialerError, { code: C }> } = {
  'computer-offline': { code: 'computer-offline' },
  'pbx-not-configured': { code: 'pbx-not-configured' },
  'pbx-address-invalid': { code: 'pbx-address-invalid', reason: 'port' },
  'pbx-plain-http-public': { code: 'pbx-plain-http-public', host: 'pbx.example' },
  'pbx-name-not-found': { code: 'pbx-name-not-found', host: 'pbx.example' },
  'pbx-unreachable': { code: 'pbx-unreachable', host: 'pbx.example' },
  'pbx-connection-refused': { code: 'pbx-connection-refused', host: 'pbx.example:81' },
  'pbx-timeout': { code: 'pbx-timeout', host: 'pbx.example', phase: 'answer' },
  'pbx-connection-lost': { code: 'pbx-connection-lost', host: 'pbx.example' },
  'pbx-bad-certificate': { code: 'pbx-bad-certificate', host: 'pbx.example', reason: 'self-signed' },
  'pbx-certificate-changed': { code: 'pbx-certificate-changed', host: 'pbx.example', expectedFingerprint256: 'AA:BB' },
  'pbx-tls-failed': { code: 'pbx-tls-failed', host: 'pbx.example' },
  'pbx-redirected': { code: 'pbx-redirected', status: 302, targetHost: 'other.example' },
  'pbx-wrong-path': { code: 'pbx-wrong-path', status: 404 },
  'pbx-not-simotel': { code: 'pbx-not-simotel', status: 200, excerpt: '<html>' },
  'pbx-answer-unreadable': { code: 'pbx-answer-unreadable', status: 200 },
  'pbx-answer-too-large': { code: 'pbx-answer-too-large' },
  'pbx-server-error': { code: 'pbx-server-error', status: 500, excerpt: 'oops' },
  'pbx-rate-limited': { code: 'pbx-rate-limited', retryAfterSeconds: null },
  'pbx-bad-request': { code: 'pbx-bad-request', message: 'caller is required' },
  'pbx-credentials-missing': { code: 'pbx-credentials-missing' },
  'pbx-credentials-wrong': { code: 'pbx-credentials-wrong', message: 'Unauthorized' },
  'pbx-access-denied': { code: 'pbx-access-denied', right: 'trunks', service: 'pbx/trunks/search' },
  'pbx-ip-not-permitted': { code: 'pbx-ip-not-permitted' },
  'pbx-method-not-allowed': { code: 'pbx-method-not-allowed', method: 'POST' },
  'pbx-unsupported-media-type': { code: 'pbx-unsupported-media-type' },
  'pbx-service-missing': { code: 'pbx-service-missing', service: 'call/originate/act' },
  'pbx-refused': { code: 'pbx-refused', message: 'Trunk not found' },
  'import-file': { code: 'import-file', reason: 'empty' },
  'export-not-written': { code: 'export-not-written', file: 'contacts.csv' },
  'exchange-busy': { code: 'exchange-busy' },
  'backup-no-room': { code: 'backup-no-room' },
  'backup-failed': { code: 'backup-failed', reason: 'EIO' },
  'backup-damaged': { code: 'backup-damaged' },
  'history-damaged': { code: 'history-damaged' },
  'keeping-busy': { code: 'keeping-busy' },
  'destination-invalid': { code: 'destination-invalid', reason: 'letters' },
  'link-refused': { code: 'link-refused', reason: 'not-a-number' },
  'caller-missing': { code: 'caller-missing' },
  'caller-invalid': { code: 'caller-invalid' },
  'dialplan-context-missing': { code: 'dialplan-context-missing' },
  'caller-trunk-missing': { code: 'caller-trunk-missing' },
  'callee-is-caller': { code: 'callee-is-caller' },
  'dial-rule-blocked': { code: 'dial-rule-blocked', rule: 'Premium', reason: 'Costs by the minute' },
  'dial-rule-undialable': { code: 'dial-rule-undialable', rule: 'Mobile', digits: '' },
  'dial-stopped': { code: 'dial-stopped', stops: [{ kind: 'trunk-unavailable', trunkName: 'MCI' }] },
  'originate-in-flight': { code: 'originate-in-flight' },
  'program-ending': { code: 'program-ending' },
  'call-already-under-way': { code: 'call-already-under-way', callId: 'a' },
  'settings-invalid': { code: 'settings-invalid', field: 'pbx.address', reason: 'too long' },
  'settings-locked': { code: 'settings-locked', setting: 'ui.theme' },
  'profile-in-call': { code: 'profile-in-call' },
  'profile-name-empty': { code: 'profile-name-empty' },
  'profile-name-taken': { code: 'profile-name-taken', name: 'Branch' },
  'provisioning-unreadable': { code: 'provisioning-unreadable', file: 'desk.json', reason: 'not JSON' },
  'provisioning-invalid': { code: 'provisioning-invalid', field: 'pbx.auth', reason: 'unknown value' },
  'contact-empty': { code: 'contact-empty' },
  'contact-number-invalid': { code: 'contact-number-invalid', written: 'office' },
  'contact-read-only': { code: 'contact-read-only' },
  'contact-too-large': { code: 'contact-too-large' },
  'contact-gone': { code: 'contact-gone' },
  'reports-slow': { code: 'reports-slow', host: 'pbx.example' },
  'check-failed': { code: 'check-failed' },
  'recording-missing': { code: 'recording-missing' },
  'recording-empty': { code: 'recording-empty' },
  'recording-not-audio': { code: 'recording-not-audio' },
  'recording-too-large': { code: 'recording-too-large', megabytes: 200 },
  'recording-refused': { code: 'recording-refused', message: 'No such file' },
  'recording-broke-off': { code: 'recording-broke-off' },
  'recording-not-played': { code: 'recording-not-played' },
  'recording-not-kept': { code: 'recording-not-kept' },
  'recording-not-saved': { code: 'recording-not-saved', file: 'call.mp3' },
  'contact-undo-gone': { code: 'contact-undo-gone' },
  'secrets-locked': { code: 'secrets-locked' },
  'secrets-not-saved': { code: 'secrets-not-saved' },
  'storage-failed': { code: 'storage-failed' },
  'input-invalid': { code: 'input-invalid', field: 'destination' },
  'start-with-system-refused': { code: 'start-with-system-refused', reason: 'EACCES' },
  'opener-missing': { code: 'opener-missing' },
  'page-not-opened': { code: 'page-not-opened' },
  'pages-too-many': { code: 'pages-too-many', calls: 5, seconds: 10 },
  'not-found': { code: 'not-found' },
  internal: { code: 'internal', incidentId: 'x1' },
};

describe.each(['en', 'fa'] as const)('the words of an error (%s)', (language) => {
  const { t } = createText(language);

  it.each(Object.values(samples))('$code says what happened and what to do next', (error) => {
    const words = errorWords(error, t);
    for (const text of [words.message, words.nextStep]) {
      expect(text).not.toBe('');
      expect(text).not.toContain('{{');
      expect(text).not.toMatch(/^errors\./);
      expect(text).not.toContain(error.code);
    }
  });

  it('shows the message of the PBX as it is', () => {
    const hostile = '<img src=x onerror=1> $t(errors.internal.message) {{host}} \u202e';
    expect(errorWords({ code: 'pbx-refused', message: hostile }, t).message).toContain(hostile);
  });
});

describe.each(['en', 'fa'] as const)('the one thing missing for signing in (%s)', (language) => {
  it('is named, each in words of its own', () => {
    const { t } = createText(language);
    const named = (['user', 'password', 'token'] as const).map((missing) =>
      errorWords({ code: 'pbx-credentials-missing', missing }, t),
    );
    const { message } = errorWords({ code: 'pbx-credentials-missing' }, t);
    expect(new Set([message, ...named.map((words) => words.message)]).size).toBe(4);
  });
});

describe.each([
  ['en', 'administrator'],
  ['fa', 'مدیر'],
] as const)('a right that is missing (%s)', (language, whoHelps) => {
  it.each(['calls', 'trunks', 'ping', 'other'] as const)(
    'is told in words of its own, without the name of its service: %s',
    (right) => {
      const { t } = createText(language);
      const of = (denied: typeof right) =>
        errorWords({ code: 'pbx-access-denied', right: denied, service: 'a/b/c' }, t);
      const { message, nextStep } = of(right);
      expect(`${message} ${nextStep}`).not.toContain('a/b/c');
      expect(nextStep).toContain(whoHelps);
      if (right !== 'other') expect(message).not.toBe(of('other').message);
    },
  );
});

describe('every failure that has words', () => {
  const sources = readModules(['electron', 'shared/domain']).map(({ code }) => code);
  // The window looks for some by itself, and has words ready for many.
  const said = readModules(['renderer/features']).map(({ code }) => code);

  it.each(Object.keys(samples))('%s is one that the program can meet', (code) => {
    const met = sources.some((source) => source.includes(`'${code}'`));
    expect(met || said.some((source) => source.includes(`code: '${code}'`))).toBe(true);
  });
});

describe('a foreign word in a Persian sentence', () => {
  it('is kept from turning the sentence around', () => {
    const { t } = createText('fa');
    expect(errorWords(samples['pbx-unreachable'], t).message).toContain('\u2068pbx.example\u2069');
  });

  it('has no marks around it in English', () => {
    const { t } = createText('en');
    expect(errorWords(samples['pbx-unreachable'], t).message).toBe('pbx.example cannot be reached from this computer.');
  });
});
