import { describe, expect, it } from 'vitest';
import { actOfKey, nextRate, within } from '../../renderer/features/recording/playback.ts';
import { formatDecimal, formatMegabytes } from '../../renderer/text/format-decimal.ts';
import { mergeSameSource } from '../../shared/domain/call-record.ts';
import { recordingFiles } from '../../shared/domain/call-view.ts';
import { audioKind } from '../../shared/domain/recording/audio-kind.ts';
import { readByteRange } from '../../shared/domain/recording/byte-range.ts';
import { leastUsed } from '../../shared/domain/recording/least-used.ts';
import { recordingFileName } from '../../shared/domain/recording/recording-file-name.ts';
import { readRecordingId, recordingId } from '../../shared/domain/recording/recording-id.ts';
import { aMinimalCall, aRecord } from '../support/call-builders.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const wav = (coding: number, before: Buffer = Buffer.alloc(0)) =>
  bytes('RIFF', [0, 0, 0, 0], 'WAVE', [...before], 'fmt ', [16, 0, 0, 0], [coding & 0xff, coding >> 8], [1, 0, 0, 0]);
const gsm = Buffer.alloc(99, 0xd2);

describe('what a file is, by its beginning', () => {
  it.each<[string, Buffer, string, ReturnType<typeof audioKind>]>([
    ['PCM', wav(1), 'audio/wav', { format: 'wav', plays: true }],
    ['A-law', wav(6), '', { format: 'wav', plays: true }],
    [
      'a WAV file with something before its format',
      wav(7, bytes('LIST', [3, 0, 0, 0], 'abc', [0])),
      '',
      {
        format: 'wav',
        plays: true,
      },
    ],
    ['GSM in WAV, as Asterisk writes it', wav(0x31), 'audio/x-wav', { format: 'wav', plays: false }],
    ['a WAV file without a format', bytes('RIFF', [0, 0, 0, 0], 'WAVE'), '', { format: 'wav', plays: false }],
    ['MP3 with a tag, called something else', bytes('ID3', [3, 0]), 'text/html', { format: 'mp3', plays: true }],
    ['MP3 without one', bytes([0xff, 0xfb, 0x90, 0x64]), '', { format: 'mp3', plays: true }],
    ['Opus', bytes('OggS', Array(24).fill(0), 'OpusHead'), 'application/ogg', { format: 'ogg', plays: true }],
    ['Speex', bytes('OggS', Array(24).fill(0), 'Speex   '), 'audio/ogg', { format: 'ogg', plays: false }],
    ['GSM', gsm, 'application/octet-stream', { format: 'gsm', plays: false }],
    ['a text that begins like GSM', gsm, 'text/html; charset=utf-8', null],
    ['a forbidden MPEG header', bytes([0xff, 0xff, 0xff, 0xff]), 'audio/mpeg', null],
    ['a page', bytes('<!DOCTYPE html>'), 'audio/mpeg', null],
    ['an answer of the API', bytes('{"success":0}'), 'audio/mpeg', null],
    ['nothing', Buffer.alloc(0), 'audio/wav', null],
  ])('%s', (_name, start, contentType, kind) => {
    expect(audioKind(start, contentType)).toEqual(kind);
  });
});

describe('what a range asks for', () => {
  it.each([
    [null, 'whole'],
    ['bytes=0-', { first: 0, last: 999 }],
    ['bytes=200-299', { first: 200, last: 299 }],
    ['bytes=900-5000', { first: 900, last: 999 }],
    ['bytes=-100', { first: 900, last: 999 }],
    ['bytes=-5000', { first: 0, last: 999 }],
    ['bytes=999-999', { first: 999, last: 999 }],
    ['bytes=1000-', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=300-200', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['bytes=-', 'whole'],
    ['lines=0-1', 'whole'],
    ['bytes=0x10-', 'whole'],
    ['bytes=99999999999999999999-', 'whole'],
  ] as const)('%s', (header, range) => {
    expect(readByteRange(header, 1000)).toEqual(range);
  });

  it('nothing of an empty file', () => {
    expect([readByteRange('bytes=0-', 0), readByteRange('bytes=-1', 0)]).toEqual(['outside', 'outside']);
  });
});

describe('what goes when there is no room', () => {
  const files = [
    { name: 'b', bytes: 40, usedAtMs: 2 },
    { name: 'a', bytes: 40, usedAtMs: 1 },
    { name: 'c', bytes: 40, usedAtMs: 3 },
  ];
  it('is what was used longest ago, no more of it than needed, and never the one that just came', () => {
    expect(leastUsed(files, 120, null)).toEqual([]);
    expect(leastUsed(files, 100, null)).toEqual(['a']);
    expect(leastUsed(files, 60, null)).toEqual(['a', 'b']);
    expect(leastUsed(files, 60, 'a')).toEqual(['b', 'c']);
    expect(leastUsed(files, 0, 'c')).toEqual(['a', 'b']);
    expect(leastUsed([], 0, null)).toEqual([]);
  });
});

describe('several recordings of one call', () => {
  it('are kept whatever account names them, in one order whichever came first, each once', () => {
    const [one, other] = [aRecord({ recordingFiles: ['b.wav'] }), aRecord({ recordingFiles: ['a.wav', 'b.wav'] })];
    expect(mergeSameSource(one, other).recordingFiles).toEqual(['a.wav', 'b.wav']);
    expect(mergeSameSource(other, one)).toEqual(mergeSameSource(one, other));
    const call = {
      ...aMinimalCall(),
      records: { 'queue-cdr': aRecord({ recordingFiles: ['q.wav', 'b.wav'] }), cdr: one },
    };
    expect(recordingFiles(call)).toEqual(['b.wav', 'q.wav']);
  });

  it('are told apart by their ids, whatever is in that of the call', () => {
    for (const callId of ['a', 'many-1', 'a#b', '#1', '../x#0']) {
      for (const place of [0, 1, 9]) {
        expect(readRecordingId(recordingId(callId, place))).toEqual({ callId, place });
      }
    }
    expect(recordingFileName(aMinimalCall({ startedAtMs: new Date(2026, 10, 22, 14, 5).getTime() }), 'wav', 1)).toMatch(
      /^2026-11-22 14-05.* \(2\)\.wav$/,
    );
  });
});

describe('the name of a saved file', () => {
  const startedAtMs = new Date(2026, 10, 22, 14, 5).getTime();
  it.each([
    ['09123456789', '2026-11-22 14-05 09123456789.mp3'],
    ['+98 912 345', '2026-11-22 14-05 +98912345.mp3'],
    ['۰۹۱۲', '2026-11-22 14-05 0912.mp3'],
    ['../../etc/passwd\u202e', '2026-11-22 14-05.mp3'],
    ['', '2026-11-22 14-05.mp3'],
  ])('%s', (callee, name) => {
    expect(recordingFileName({ ...aMinimalCall({ startedAtMs, callee }), direction: 'outbound' }, 'mp3')).toBe(name);
  });
});

describe('keys of the player', () => {
  const press = (key: string, more: { code?: string; shiftKey?: boolean; ctrlKey?: boolean } = {}, onButton = false) =>
    actOfKey({ key, code: '', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more }, onButton);

  it('play, seek and change the speed; a key with Ctrl, and Space on a button, are not theirs', () => {
    expect(press(' ')).toEqual({ kind: 'toggle' });
    expect(press(' ', {}, true)).toBeNull();
    expect(press('ArrowRight')).toEqual({ kind: 'seek-by', seconds: 5 });
    expect(press('ArrowLeft', { shiftKey: true })).toEqual({ kind: 'seek-by', seconds: -30 });
    expect(press('End')).toEqual({ kind: 'seek-to', end: 'end' });
    expect(press('>')).toEqual({ kind: 'faster' });
    // As a Persian layout writes it.
    expect(press('<', { code: 'Period', shiftKey: true })).toEqual({ kind: 'faster' });
    expect(press('<', { ctrlKey: true })).toBeNull();
    expect(press('5')).toBeNull();
  });

  it('stay within the speeds and the recording', () => {
    expect([nextRate(1, 1), nextRate(2, 1), nextRate(0.75, -1), nextRate(1, -1)]).toEqual([1.25, 2, 0.75, 0.75]);
    expect([within(-3, 20), within(12, 20), within(25, 20)]).toEqual([0, 12, 20]);
  });
});

it('sizes and speeds are written with the separator of their digits', () => {
  expect([formatDecimal(1.5, 'persian'), formatDecimal(0.75, 'latin')]).toEqual(['۱٫۵', '0.75']);
  expect([0, 10, 1_600_000, 12_345_678].map((size) => formatMegabytes(size, 'latin'))).toEqual([
    '0',
    '0.1',
    '1.5',
    '12',
  ]);
});
