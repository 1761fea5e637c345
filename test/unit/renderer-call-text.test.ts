import { expect, it } from 'vitest';
import { callText } from '../../renderer/features/history/details/call-text.ts';
import { createText } from '../../renderer/text/i18n.ts';
import { wordsIn } from '../../renderer/text/use-words.ts';
import type { Call } from '../../shared/domain/call.ts';
import { mostPbxCallIds } from '../../shared/domain/call-ids.ts';
import { startCall } from '../../shared/domain/start-call.ts';

const atMs = Date.UTC(2026, 10, 22, 9, 11, 7);
const request = {
  caller: '557',
  callee: '09123456789',
  callerId: '557',
  dialplanContext: 'main_routing',
  trunkName: 'MCI',
  timeoutSeconds: 30,
  callLimitSeconds: null,
};
const call: Call = {
  ...startCall('a', 'main', request, atMs),
  outcome: 'accepted',
  outcomeAtMs: atMs + 1000,
  pbxCallIds: ['1768545037.17'],
  originatedCallId: '42',
  observed: { 'agent-ringing': atMs + 2000 },
  records: {
    cdr: {
      caller: '557',
      callee: '09123456789',
      direction: 'outbound',
      disposition: 'answered',
      startedAtMs: atMs,
      endedAtMs: atMs + 160_000,
      waitSeconds: 27,
      talkSeconds: 133,
      totalSeconds: 160,
      recordingFiles: [],
      trunkName: 'MCI',
      queue: null,
      surveyScore: null,
      surveyLabel: null,
    },
  },
};
const work = {
  note: 'Wants a call on ۱۲ Azar',
  outcome: 'sold',
  tags: ['vip'],
  awaitsOutcome: false,
  followUpAtMs: null,
  followUpDoneAtMs: null,
};
const timeZone = 'Asia/Tehran';
const outcomeName = (code: string) => (code === 'sold' ? 'Sold' : code);

it('tells a call in the language of the program, step by step, with every id', () => {
  const words = wordsIn(createText('en').t, { language: 'en', calendar: 'gregorian', digits: 'latin', timeZone });
  expect(callText({ call, work, name: 'Ali Karimi', outcomeName }, words).split('\n')).toEqual([
    'Call to Ali Karimi, 09123456789',
    '22 November 2026, 12:41:07',
    'Answered',
    'Talked 2:13',
    'Trunk: MCI',
    'Outcome: Sold',
    'Tags: vip',
    'Note: Wants a call on 12 Azar',
    '',
    'Steps',
    '12:41:07 Requested (Dialdesk)',
    '12:41:08 Accepted by the PBX (the PBX’s answer)',
    '12:41:09 Your phone rang (NewState event)',
    '12:41:34 Talking (call record (CDR))',
    '12:43:47 Ended (call record (CDR))',
    '',
    'Call id of the PBX: 1768545037.17',
    'Id of the request: 42',
  ]);
});

it('tells the survey with what it was about, and when to call again until that is done', () => {
  const words = wordsIn(createText('en').t, { language: 'en', calendar: 'gregorian', digits: 'latin', timeZone });
  const textOf = (changes: Partial<Call>, followUpDoneAtMs: number | null = null) =>
    callText(
      {
        call: { ...call, ...changes },
        work: { ...work, followUpAtMs: atMs + 3_600_000, followUpDoneAtMs },
        name: '',
        outcomeName,
      },
      words,
    );
  expect(textOf({ survey: { score: 4, label: 'رضایت مشتری' } })).toContain('\nSurvey score 4 (رضایت مشتری)\n');
  expect(textOf({ survey: { score: 4, label: null } })).toContain('\nSurvey score 4\n');
  expect(textOf({ survey: { score: null, label: 'service' } })).toContain('\nSurvey without a score (service)\n');
  expect(textOf({})).not.toContain('Survey');
  expect(textOf({})).toContain('\nFollow up: 22 November 2026, 13:41\n');
  expect(textOf({}, atMs)).not.toContain('Follow up');
});

it('has the dates of the agent and Latin digits in Persian, and no marks of direction that break a number', () => {
  const words = wordsIn(createText('fa').t, { language: 'fa', calendar: 'persian', digits: 'persian', timeZone });
  const text = callText({ call, work: null, name: '', outcomeName }, words);
  expect(text).toContain('تماس با 09123456789');
  expect(text).toContain('1 آذر 1405، ساعت 12:41:07');
  expect(text).not.toMatch(/[۰-۹\u2066-\u2069]/);
});

it.each([
  ['en', 'what it sends under further ones is kept, but is not part of this call'],
  ['fa', 'نگه داشته می‌شود، اما جزو این تماس نیست'],
] as const)('says in %s that a call has all the ids that it takes, and only then', (language, said) => {
  const words = wordsIn(createText(language).t, { language, calendar: 'gregorian', digits: 'latin', timeZone });
  const textOf = (ids: number) => {
    const pbxCallIds = Array.from({ length: ids }, (_, at) => `1768545037.${at}`);
    return callText({ call: { ...call, pbxCallIds }, work: null, name: '', outcomeName }, words);
  };
  expect(textOf(mostPbxCallIds).toLowerCase()).toContain(said);
  expect(textOf(mostPbxCallIds)).toMatch(/\b100\b/);
  expect(textOf(mostPbxCallIds - 1).toLowerCase()).not.toContain(said);
});
