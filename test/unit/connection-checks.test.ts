import { describe, expect, test } from 'vitest';
import type { PingResult, ReachedPbx } from '../../electron/calls/ports.ts';
import { createConnectionChecks } from '../../electron/desk/connection-checks.ts';
import type { Observer } from '../../electron/desk/connection-monitor.ts';
import { type ProbedService, probedServices } from '../../shared/domain/probed-service.ts';
import type { PbxError } from '../../shared/errors.ts';
import type { ConnectionChecks } from '../../shared/ipc/check-schema.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';

const reached: Result<ReachedPbx, PbxError> = succeed({ host: 'pbx', ms: 2, encryption: 'none' });
const ping = { host: 'pbx', roundTripMs: 8, clockAheadMs: 40 };
const welcome: PingResult = succeed(ping);
const timeout: PbxError = { code: 'pbx-timeout', host: 'pbx', phase: 'answer' };

/** A PBX that answers when it is told to. */
function setUp() {
  const published: (ConnectionChecks | null)[] = [];
  const asked: string[] = [];
  const noted: Parameters<Observer>[] = [];
  const bugs: unknown[] = [];
  const waiting: { resolve: (answer: unknown) => void; reject: (problem: unknown) => void }[] = [];
  const ask = (what: string) => {
    asked.push(what);
    return new Promise<never>((resolve, reject) => {
      waiting.push({ resolve: resolve as (answer: unknown) => void, reject });
    });
  };
  const checks = createConnectionChecks({
    pbx: {
      reach: () => ask('reach'),
      ping: () => ask('account'),
      probe: (service: ProbedService) => ask(service),
    },
    observer:
      () =>
      (...told) =>
        noted.push(told),
    publish: (found) => published.push(found),
    onBug: (problem) => bugs.push(problem),
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    checks,
    published,
    asked,
    noted,
    bugs,
    last: () => published.at(-1),
    answer: async (...answers: readonly unknown[]) => {
      for (const answer of answers) {
        waiting.shift()?.resolve(answer);
        await settle();
      }
    },
    break: async (problem: unknown) => {
      waiting.shift()?.reject(problem);
      await settle();
    },
  };
}

const allAllowed = probedServices.map(() => succeed(null));

describe('the connection checks', () => {
  test('publish each step as it is known, ask one thing at a time, and end', async () => {
    const { checks, published, asked, answer, noted } = setUp();
    checks.start();
    expect(published.at(-1)).toMatchObject({
      finished: false,
      reach: { state: 'running' },
      simotel: { state: 'waiting' },
      account: { state: 'waiting' },
    });
    await answer(reached);
    expect(published.at(-1)).toMatchObject({
      reach: { state: 'passed', host: 'pbx', ms: 2, encryption: 'none' },
      simotel: { state: 'running' },
    });
    expect(asked).toEqual(['reach', 'account']);
    await answer(welcome);
    expect(published.at(-1)).toMatchObject({
      finished: false,
      simotel: { state: 'passed', ms: 8 },
      account: { state: 'passed', pingDenied: null },
    });
    expect(published.at(-1)?.services.map(({ state }) => state)).toEqual(['running', ...Array(4).fill('waiting')]);
    await answer(...allAllowed);
    expect(asked).toEqual(['reach', 'account', ...probedServices]);
    expect(published.at(-1)).toMatchObject({ finished: true });
    expect(new Set(published.at(-1)?.services.map(({ state }) => state))).toEqual(new Set(['allowed']));
    // What the ping measured is not measured twice.
    expect(noted).toEqual([[null, ping]]);
  });

  test('ask nothing more of a PBX that cannot be reached', async () => {
    const { checks, last, asked, answer, noted } = setUp();
    const error: PbxError = { code: 'pbx-connection-refused', host: 'pbx' };
    checks.start();
    await answer(fail(error));
    expect(last()).toMatchObject({
      finished: true,
      reach: { state: 'failed', error },
      simotel: { state: 'skipped' },
      account: { state: 'skipped' },
    });
    expect(new Set(last()?.services.map(({ state }) => state))).toEqual(new Set(['skipped']));
    expect(asked).toEqual(['reach']);
    expect(noted).toEqual([[error]]);
  });

  test.each<{ title: string; answer: PingResult; simotel: string; account: string }>([
    {
      title: 'a Simotel that refuses the password',
      answer: {
        ok: false,
        understood: true,
        roundTripMs: 8,
        error: { code: 'pbx-credentials-wrong', message: 'invalid' },
      },
      simotel: 'passed',
      account: 'failed',
    },
    {
      title: 'something else that asks for a password',
      answer: { ok: false, understood: false, roundTripMs: 8, error: { code: 'pbx-credentials-wrong', message: '' } },
      simotel: 'skipped',
      account: 'failed',
    },
    {
      title: 'credentials that were never typed',
      answer: { ok: false, understood: false, roundTripMs: 0, error: { code: 'pbx-credentials-missing' } },
      simotel: 'skipped',
      account: 'failed',
    },
    {
      title: 'a Simotel that does not permit this computer',
      answer: { ok: false, understood: true, roundTripMs: 8, error: { code: 'pbx-ip-not-permitted' } },
      simotel: 'passed',
      account: 'failed',
    },
    {
      title: 'a web page',
      answer: {
        ok: false,
        understood: false,
        roundTripMs: 8,
        error: { code: 'pbx-not-simotel', status: 200, excerpt: 'Router' },
      },
      simotel: 'failed',
      account: 'skipped',
    },
    {
      title: 'a Simotel of another version',
      answer: { ok: false, understood: true, roundTripMs: 8, error: { code: 'pbx-service-missing', service: 'ping' } },
      simotel: 'failed',
      account: 'skipped',
    },
    {
      title: 'a PBX that takes the request and says nothing',
      answer: { ok: false, understood: false, roundTripMs: 8000, error: timeout },
      simotel: 'failed',
      account: 'skipped',
    },
    {
      title: 'a Simotel in trouble',
      answer: {
        ok: false,
        understood: true,
        roundTripMs: 8,
        error: { code: 'pbx-server-error', status: 500, excerpt: '' },
      },
      simotel: 'passed',
      account: 'failed',
    },
  ])('tell $title at the right line, and ask for no service', async ({ answer: said, simotel, account }) => {
    const { checks, last, asked, answer } = setUp();
    checks.start();
    await answer(reached, said);
    expect({ simotel: last()?.simotel.state, account: last()?.account.state }).toEqual({ simotel, account });
    expect(last()?.finished).toBe(true);
    expect(asked).toEqual(['reach', 'account']);
  });

  test('an account that may not ping is known all the same, and its services are asked for', async () => {
    const { checks, last, answer, noted } = setUp();
    const error: PbxError = { code: 'pbx-access-denied', right: 'ping', service: 'setting/ping/act' };
    checks.start();
    await answer(reached, { ok: false, understood: true, roundTripMs: 8, error }, ...allAllowed);
    expect(last()).toMatchObject({ finished: true, account: { state: 'passed', pingDenied: error } });
    // Without it the connection cannot be watched, so it does not count as reached.
    expect(noted).toEqual([[error]]);
  });

  test('tell services that are allowed, denied, missing and unclear apart', async () => {
    const { checks, last, answer } = setUp();
    checks.start();
    await answer(
      reached,
      welcome,
      succeed(null),
      fail({ code: 'pbx-access-denied', right: 'other', service: 's' }),
      fail({ code: 'pbx-service-missing', service: 's' }),
      fail({ code: 'pbx-refused', message: 'no' }),
      succeed(null),
    );
    expect(last()?.services.map(({ state }) => state)).toEqual(['allowed', 'denied', 'missing', 'unknown', 'allowed']);
  });

  test('do not wait again and again for a PBX that fell silent', async () => {
    const { checks, last, asked, answer } = setUp();
    checks.start();
    await answer(reached, welcome, succeed(null), fail(timeout));
    expect(last()).toMatchObject({ finished: true });
    expect(last()?.services.map(({ state }) => state)).toEqual(['allowed', ...Array(4).fill('unknown')]);
    expect(asked).toHaveLength(4);
  });

  test('a second start takes the place of the first, whose answers no longer count', async () => {
    const { checks, last, published, answer } = setUp();
    checks.start();
    checks.start();
    const before = published.length;
    await answer(fail({ code: 'pbx-unreachable', host: 'pbx' }));
    expect(published).toHaveLength(before);
    await answer(reached);
    expect(last()).toMatchObject({ run: 2, reach: { state: 'passed' } });
  });

  test('what was found out is forgotten with the PBX it is about, and said once', async () => {
    const { checks, published, answer } = setUp();
    checks.reset();
    expect(published).toEqual([]);
    checks.start();
    checks.reset();
    checks.reset();
    await answer(reached);
    expect(published.filter((found) => found === null)).toHaveLength(1);
    expect(published.at(-1)).toBeNull();
  });

  test('a bug leaves nothing standing as under way', async () => {
    const { checks, last, bugs, break: breakOff } = setUp();
    checks.start();
    await breakOff(new Error('bug'));
    expect(last()).toBeNull();
    expect(bugs).toHaveLength(1);
  });
});
