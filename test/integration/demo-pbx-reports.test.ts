import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DemoPbx } from '../../electron/demo-pbx/demo-pbx.ts';
import { toGregorianDay, toJalaliDay } from '../../electron/demo-pbx/jalali.ts';
import { parseReportTime, toGregorianReportTime, toJalaliReportTime } from '../../electron/demo-pbx/report-time.ts';
import { basicHeader, callService, originateBody, rowsOf, sendRaw, tokenHeader } from './demo-pbx-talk.ts';

describe('reports of the demo PBX', () => {
  let pbx: DemoPbx;
  let address: string;
  beforeEach(async () => {
    pbx = new DemoPbx({ speed: 100 });
    ({ address } = await pbx.start());
  });
  afterEach(() => pbx.stop());

  async function search(body: Record<string, unknown>, service = 'reports/cdr/search') {
    const answer = await callService(address, service, body);
    return { answer, rows: rowsOf(answer) };
  }

  it('has some calls of the last days from the start, newest first', async () => {
    const { answer, rows } = await search({ alike: 'true', conditions: {}, date_range: {} });
    expect(answer.envelope.data).toMatchObject({
      pagination: { start: 0, count: 20, sorting: { starttime: -1 } },
      target: 'cdr',
      useGroupBy: false,
    });
    expect(rows.length).toBeGreaterThan(5);
    const ids = rows.map((row) => Number(row.cuid));
    expect(ids).toEqual([...ids].sort((left, right) => right - left));
  });

  it('mixes calendars and forms of time in one record', async () => {
    const { rows } = await search({ conditions: {}, date_range: {} });
    const answered = rows.filter((row) => row.disposition === 'ANSWERED');
    expect(answered.every((row) => /^14\d\d-/.test(String(row.start)))).toBe(true);
    expect(answered.every((row) => /^14\d\d-/.test(String(row.starttime)))).toBe(true);
    expect(answered.every((row) => /^20\d\d-/.test(String(row.answer)))).toBe(true);
    const kinds = new Set(rows.map((row) => typeof row.endtime));
    expect(kinds).toEqual(new Set(['string', 'object']));
  });

  it('pages, and sorts by what it is asked to', async () => {
    const first = await search({ pagination: { start: 0, count: 3, sorting: { billsec: -1 } } });
    const second = await search({ pagination: { start: 3, count: 3, sorting: { billsec: -1 } } });
    const talk = [...first.rows, ...second.rows].map((row) => Number(row.billsec));
    expect(talk).toHaveLength(6);
    expect(talk).toEqual([...talk].sort((left, right) => right - left));
  });

  it('matches conditions as a part with alike and as a whole without', async () => {
    expect((await search({ alike: 'true', conditions: { to: '0935' } })).rows).toMatchObject([{ dst: '09350001004' }]);
    expect((await search({ alike: 'false', conditions: { to: '0935' } })).rows).toEqual([]);
    expect((await search({ conditions: { from: '551' } }, 'reports/quick/search')).rows).toMatchObject([
      { src: '551' },
    ]);
  });

  it('finds a played call by its id and by a date range in either calendar', async () => {
    const beforeMs = Date.now();
    await callService(address, 'call/originate/act', originateBody({ callee: '09120000010' }));
    await pbx.whenIdle();
    for (const write of [toGregorianReportTime, toJalaliReportTime]) {
      const range = { from: write(beforeMs).slice(0, 16), to: write(beforeMs + 120_000).slice(0, 16) };
      const { rows } = await search({ conditions: {}, date_range: range });
      expect(rows).toMatchObject([{ src: '557', dst: '09120000010', billsec: 8, outgoing_point: 'MCI' }]);
      const byId = await search({ conditions: { cuid: rows[0]?.cuid }, date_range: {} });
      expect(byId.rows).toEqual(rows);
    }
    const past = await search({ date_range: { from: '1380-01-01 00:00', to: '1380-12-29 23:59' } });
    expect(past.rows).toEqual([]);
  });

  it('refuses a date range that is none', async () => {
    const answer = await callService(address, 'reports/cdr/search', { date_range: { from: '1402-13-01 00:00' } });
    expect(answer.envelope).toMatchObject({ success: 0, message: "Field 'date_range':value is not valid" });
  });

  it('hands out the sound of recorded calls and of no others', async () => {
    const { rows } = await search({ conditions: {} });
    const file = rows.find((row) => row.record !== '')?.record;
    const response = await fetch(`${address}/reports/audio/download`, {
      method: 'POST',
      headers: { ...basicHeader, ...tokenHeader, 'Content-Type': 'application/json' },
      body: JSON.stringify({ file }),
    });
    expect(response.headers.get('content-type')).toBe('audio/wav');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
    const gone = await callService(address, 'reports/audio/download', { file: '20210116_1610778618.378.mp3' });
    expect(gone.status).toBe(404);
    expect(gone.contentType).not.toContain('json');
    const nameless = await sendRaw(`${address}/reports/audio/download`, {
      headers: { ...basicHeader, ...tokenHeader, 'Content-Type': 'application/json' },
    });
    expect(nameless.envelope.message).toBe("Field 'file':value is missing");
  });
});

describe('report times', () => {
  it('agree with the record in the vendor documentation', () => {
    // The vendor's sample: Jalali 1400-04-01 beside Gregorian 2021-06-22, in Tehran's summer time.
    expect(toGregorianReportTime(1_624_344_544_000)).toBe('2021-06-22 11:19:04');
    expect(toJalaliReportTime(1_624_344_544_000)).toBe('1400-04-01 11:19:04');
  });

  it('come back from both calendars through summer time and leap years', () => {
    for (let atMs = Date.UTC(2019, 0, 1); atMs < Date.UTC(2031, 0, 1); atMs += 19 * 3_600_000) {
      expect(parseReportTime(toJalaliReportTime(atMs))).toBe(atMs);
      expect(parseReportTime(toGregorianReportTime(atMs))).toBe(atMs);
    }
  });

  it('know the leap day of the Jalali calendar', () => {
    expect(toGregorianDay({ year: 1403, month: 12, day: 30 })).toEqual({ year: 2025, month: 3, day: 20 });
    expect(toGregorianDay({ year: 1402, month: 12, day: 30 })).toBeNull();
    expect(toJalaliDay({ year: 2025, month: 3, day: 21 })).toEqual({ year: 1404, month: 1, day: 1 });
  });

  it.each(['', 'now', '2023-02-30 10:00', '1402-07-31 10:00', '2023-01-01 24:00'])('refuse %j', (text) => {
    expect(parseReportTime(text)).toBeNull();
  });
});
