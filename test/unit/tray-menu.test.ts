import { describe, expect, it } from 'vitest';
import type { TrayModel } from '../../electron/desk/tray-model.ts';
import { trayIconFile } from '../../electron/shell/tray/tray-icon-file.ts';
import { trayMenu, trayTooltip } from '../../electron/shell/tray/tray-menu.ts';
import { neutralText } from '../../shared/domain/neutral-text.ts';

const model: TrayModel = {
  picture: 'missed',
  agent: { number: '557', phase: 'ready', with: '' },
  listener: 'listening',
  missed: 2,
  followUps: 0,
  quickDial: true,
  hotkeysPaused: false,
  queues: null,
  favourites: [],
  names: {},
  profiles: [],
  recent: [
    { number: '09123456789', direction: 'outbound', missed: false },
    { number: '09121110001', direction: 'inbound', missed: true },
  ],
};
const english = { language: 'en', digits: 'language' } as const;
const persian = { language: 'fa', digits: 'language' } as const;
const labels = (...of: Parameters<typeof trayMenu>) =>
  trayMenu(...of).map((entry) => (entry.kind === 'line' ? '-' : entry.label));

describe('the menu of the tray', () => {
  it('tells whose phone it is and how, the last calls, what was missed, and the way in and out', () => {
    expect(labels(model, english)).toEqual([
      '557 · Ready',
      'Events on',
      '-',
      'Quick dial…',
      '-',
      'Call again',
      '0912 345 6789 · outgoing',
      '0912 111 0001 · missed',
      '-',
      'Missed (2)',
      '-',
      'Open Dialdesk',
      'Pause all hotkeys',
      'Settings',
      '-',
      'Quit Dialdesk',
    ]);
  });

  it('keeps numbers from left to right in Persian, in the digits that the agent chose', () => {
    expect(labels(model, persian)).toContain('\u2066۰۹۱۲ ۳۴۵ ۶۷۸۹\u2069 · خروجی');
    expect(labels(model, { ...persian, digits: 'latin' })).toContain('\u20660912 345 6789\u2069 · خروجی');
    expect(labels(model, persian)).toContain('از دست رفته (۲)');
  });

  it('says whose the numbers are, and offers the favourites', () => {
    const named = { ...model, names: { '09121110001': 'علی' }, favourites: [{ name: 'Sara\n\u202e', number: '557' }] };
    expect(labels(named, english)).toEqual(
      expect.arrayContaining(['\u2068علی\u2069 · 0912 111 0001 · missed', 'Favourites', '\u2068Sara\u2069 · 557']),
    );
    const talking = { ...named, agent: { number: '557', phase: 'talking', with: '09121110001' } } as const;
    expect(trayTooltip(talking, english)).toContain('Talking · \u2068علی\u2069 · 0912 111 0001');
  });

  it('calls the number as it was told, not as it is shown', () => {
    const calls = trayMenu(model, persian).flatMap((entry) =>
      entry.kind === 'action' && entry.action.do === 'call' ? [entry.action.number] : [],
    );
    expect(calls).toEqual(['09123456789', '09121110001']);
  });

  it('has the profiles below one entry, where there is something to switch between', () => {
    const profiles = [
      { id: 'p0000000b', name: '', active: false },
      { id: 'main', name: 'Head office', active: true },
    ];
    const entry = trayMenu({ ...model, profiles }, english).find(({ kind }) => kind === 'menu');
    expect(entry).toMatchObject({
      label: 'Profiles',
      entries: [
        { label: 'Without a name', action: { do: 'switch-profile', id: 'p0000000b' }, checked: false, oneOf: true },
        { label: 'Head office', action: { do: 'switch-profile', id: 'main' }, checked: true, oneOf: true },
      ],
    });
    expect(trayMenu(model, english).some(({ kind }) => kind === 'menu')).toBe(false);
  });

  it('takes the agent out of the queues and back, where that can be done', () => {
    const entry = (queues: TrayModel['queues'], style: Parameters<typeof trayMenu>[1]) =>
      trayMenu({ ...model, queues }, style)[3];
    expect(entry('pause', english)).toEqual({
      kind: 'action',
      label: 'Pause in all queues',
      action: { do: 'pause-queues', paused: true },
    });
    expect(entry('resume', english)).toMatchObject({
      label: 'Resume in all queues',
      action: { do: 'pause-queues', paused: false },
    });
    expect(entry('pause', persian)).toMatchObject({ label: 'استراحت در همهٔ صف‌ها' });
    expect(labels(model, english)).not.toContain('Pause in all queues');
  });

  it('leaves out what is not there', () => {
    const nothing: TrayModel = {
      ...model,
      agent: { number: '', phase: 'not-set-up', with: '' },
      missed: 0,
      quickDial: false,
      recent: [],
    };
    expect(labels(nothing, english)).toEqual([
      'No number yet · Not set up yet',
      '-',
      'Open Dialdesk',
      'Pause all hotkeys',
      'Settings',
      '-',
      'Quit Dialdesk',
    ]);
  });
});

describe('the tooltip', () => {
  it('says what the picture means, with whom and how much', () => {
    const talking = { ...model, agent: { number: '557', phase: 'talking', with: '09123456789' } } as const;
    expect(trayTooltip(model, english)).toBe('Dialdesk · 557 · Ready · Missed (2)');
    expect(trayTooltip(talking, english)).toBe('Dialdesk · 557 · Talking · 0912 345 6789 · Missed (2)');
    expect(trayTooltip({ ...model, missed: 0, listener: 'port-in-use' }, english)).toBe(
      'Dialdesk · 557 · Ready · Event port taken',
    );
  });

  it('takes nothing from a stranger that breaks, turns or hides something', () => {
    const from = (text: string) => trayTooltip({ ...model, missed: 0, agent: { ...model.agent, with: text } }, english);
    expect(from('a\nb\u202ec\u2066d\u200be')).toBe('Dialdesk · 557 · Ready · a bcde');
    expect([...from('x'.repeat(10_000))].length).toBeLessThan(80);
  });
});

describe('a neutral text', () => {
  it('keeps what Persian words need and counts whole characters', () => {
    expect(neutralText('شرکت\u200cهای  نمونه\t')).toBe('شرکت\u200cهای نمونه');
    expect(neutralText('😀😀😀', 2)).toBe('😀…');
  });
});

describe('the picture', () => {
  it('is a file of the form that the system wants', () => {
    expect(trayIconFile('ringing', 'linux', 'dark')).toBe('tray/ringing-on-dark-24.png');
    expect(trayIconFile('ringing', 'win32', 'light')).toBe('tray/ringing-on-light.ico');
    expect(trayIconFile('ringing', 'darwin', 'dark')).toBe('tray/ringingTemplate.png');
  });
});
