import { expect, test } from '@playwright/test';
import { callDisposition, recordingFiles, surveyScore } from '../../shared/domain/call-view.ts';
import { currentCall, type Desk, dial, historyRows, openDesk } from '../support/desk.ts';
import { comeTo } from '../support/hold-call.ts';

let desk: Desk;

test.beforeEach(async () => {
  desk = await openDesk({ identity: { timeoutSeconds: 5 } });
});

test.afterEach(async () => {
  await desk.leave();
});

/** Waits for the newest call to end and gives it; the history must show it too. */
async function endedCall() {
  await expect
    .poll(
      async () => {
        const call = (await desk.calls()).at(0);
        return call === undefined ? null : callDisposition(call);
      },
      { timeout: 40_000 },
    )
    .not.toBeNull();
  const call = (await desk.calls()).at(0);
  if (call === undefined) throw new Error('No call in the history');
  return call;
}

const outcomes = [
  { number: '09120000001', outcome: 'answered', words: /answered/i },
  { number: '09120000002', outcome: 'busy', words: /busy/i },
  { number: '09120000003', outcome: 'no-answer', words: /no answer/i },
  { number: '09120000005', outcome: 'failed', words: /failed/i },
] as const;

for (const { number, outcome, words } of outcomes) {
  test(`${number} ends as ${outcome}, on the card and in the history`, async () => {
    await dial(desk.page, number);
    await expect.poll(async () => (await desk.calls()).at(0)?.records.cdr?.disposition).toBe(outcome);
    await expect(currentCall(desk.page)).toContainText(words);
    await desk.page.getByRole('tab', { name: 'History' }).click();
    await expect(historyRows(desk.page).first()).toContainText(words);
    expect(desk.app.complaints).toEqual([]);
  });
}

test('the steps of an answered call are shown with what told them', async () => {
  await comeTo(desk, 'ringingCaller', '09120000001');
  const card = currentCall(desk.page);
  await expect(card).toContainText(/ringing your phone/i);
  await comeTo(desk, 'talking');
  desk.pbx.setSpeed(1000);
  await expect(card).toContainText(/NewState event/);
  await expect(card).toContainText(/OutgoingCall event/);
  await expect(card).toContainText(/answered/i);
});

test('a silent first party settles by itself: your phone was not answered, and there is no record', async () => {
  await dial(desk.page, '09120000004');
  const call = await endedCall();
  expect(callDisposition(call)).toBe('agent-no-answer');
  expect(call.records).toEqual({});
  await expect(currentCall(desk.page)).toContainText(/your phone was not answered/i);
});

test('a call of which nothing more is heard settles by itself, after asking the reports', async () => {
  // The states of the own phone are told, so silence means something.
  expect(await desk.pbx.sendEvent('NewState', { exten: '557', state: 'Idle' })).toBe(200);
  desk.pbx.setEventTarget(null);
  await dial(desk.page, '09120000004');
  const call = await endedCall();
  expect(call.settlement).toMatchObject({ disposition: 'agent-no-answer', reason: 'caller-silent' });
  // Time-out of 5 seconds plus 10 of grace.
  expect((call.settlement?.atMs ?? 0) - call.startedAtMs).toBeGreaterThanOrEqual(15_000);
  expect(desk.pbx.requests.some((request) => request.path.endsWith('/reports/cdr/search'))).toBe(true);
  await expect(currentCall(desk.page)).toContainText(/your phone was not answered/i);
});

test('a refusal shows the words of the PBX and sends nothing more', async () => {
  await dial(desk.page, '09120000006');
  await expect(desk.page.getByText('Requested operation failed').first()).toBeVisible();
  expect(callDisposition(await endedCall())).toBe('refused');
  expect(desk.originates()).toHaveLength(1);
});

test('an answer that never arrives is unknown, is not sent again, and the events still tell what happened', async () => {
  await dial(desk.page, '09120000007');
  await expect.poll(async () => (await desk.calls()).at(0)?.outcome, { timeout: 20_000 }).toBe('unknown');
  await expect(currentCall(desk.page)).toContainText(/not confirmed by the PBX/i);
  await expect.poll(async () => (await desk.calls()).at(0)?.records.cdr?.disposition).toBe('answered');
  expect(desk.originates()).toHaveLength(1);
  expect(await desk.calls()).toHaveLength(1);
});

test('without events an answer that never arrives leaves the outcome unknown, and says what to do', async () => {
  desk.pbx.setEventTarget(null);
  await dial(desk.page, '09120000007');
  const card = currentCall(desk.page);
  await expect(card).toContainText(/did not confirm; your phone may still ring/i, { timeout: 20_000 });
  await expect(card).toContainText(/will not try again by itself/i);
  expect(desk.originates()).toHaveLength(1);
});

test('duplicated and shuffled events end in one call', async () => {
  await dial(desk.page, '09120000008');
  await expect
    .poll(async () => (await desk.calls()).at(0)?.records.cdr?.disposition, { timeout: 20_000 })
    .toBe('answered');
  await desk.pbx.whenIdle();
  expect(await desk.calls()).toHaveLength(1);
});

test('a survey after the call shows its score', async () => {
  await dial(desk.page, '09120000009');
  await expect
    .poll(async () => {
      const call = (await desk.calls()).at(0);
      return call === undefined ? null : surveyScore(call);
    })
    .toBe(5);
  // Nobody knows out of how many.
  await expect(currentCall(desk.page)).toContainText('Survey score 5 · رضایت مشتری');
  await desk.page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(desk.page).first()).toContainText('5');
});

test('a recorded call carries the mark of its recording', async () => {
  await dial(desk.page, '09120000010');
  await expect
    .poll(async () => {
      const call = (await desk.calls()).at(0);
      return call === undefined ? null : (recordingFiles(call)[0] ?? null);
    })
    .toMatch(/\.wav$/);
  await desk.page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(desk.page).first().getByText('Recorded')).toHaveCount(1);
});

test('a record in the other spelling and without the originate id finds its call', async () => {
  await dial(desk.page, '09120000011');
  await expect.poll(async () => (await desk.calls()).at(0)?.records.cdr?.disposition).toBe('answered');
  expect(await desk.calls()).toHaveLength(1);
});
