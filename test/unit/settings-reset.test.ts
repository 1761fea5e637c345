import { describe, expect, it } from 'vitest';
import {
  differences,
  groupValues,
  isResettable,
  namesInReset,
  resetValues,
} from '../../renderer/features/settings/group-defaults.ts';
import { settingNames, settingOf } from '../../renderer/features/settings/settings-catalogue.ts';
import { settingsGroups } from '../../renderer/stores/view.ts';
import { dialsAsTyped } from '../../shared/domain/dial-rules/dial-rule.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import { type Settings, settingsPatchSchema, settingsSchema } from '../../shared/settings/schema.ts';
import { unmanaged } from '../support/unmanaged.ts';

/** Every field other than in the beginning. */
const changed: Settings = {
  mode: 'simotel',
  profile: { id: 'p0000000a', name: 'Branch' },
  otherProfiles: [],
  formerProfiles: [],
  pbx: {
    address: '192.168.1.10',
    auth: 'token',
    method: 'PUT',
    eventTimeZone: 'Asia/Tehran',
    reportTimeZone: 'UTC',
    pinnedCertificate: { fingerprint256: 'AB', pem: 'pem', subject: 'pbx' },
    allowPlainHttp: true,
  },
  identity: {
    caller: '557',
    callerId: '557',
    dialplanContext: 'other',
    trunkName: 'mci',
    favouriteTrunks: ['mci'],
    timeoutSeconds: 30,
    callLimitSeconds: 600,
    countryCode: '49',
  },
  commandLine: { mayCall: true },
  callLimit: { beforeEndSeconds: 5, repeatEverySeconds: 1 },
  listener: { enabled: false, host: '127.0.0.1', port: 9000, path: '/other', allowFrom: ['10.0.0.0/8'] },
  hotkeys: { quickDial: 'Super+K', dialSelection: '', redial: 'Ctrl+Alt+R', showCall: 'Ctrl+F8', direct: true },
  screenPop: {
    incomingRinging: 'https://crm.example.com/ring/{number}',
    incomingAnswered: 'https://crm.example.com/answer/{number}',
    incomingEnded: 'https://crm.example.com/end/{number}',
    incomingClick: 'https://crm.example.com/click/{number}',
    outgoingRinging: 'https://crm.example.com/out/ring/{number}',
    outgoingAnswered: 'https://crm.example.com/out/answer/{number}',
    outgoingEnded: 'https://crm.example.com/out/end/{number}',
    outgoingClick: 'https://crm.example.com/out/click/{number}',
    allowedHosts: ['crm.example.com'],
    colleagues: true,
  },
  ui: { language: 'fa', theme: 'dark', calendar: 'persian', digits: 'latin', zoomPercent: 150 },
  desktop: { keepInTray: false },
  notifications: {
    incoming: false,
    missed: false,
    failed: false,
    connection: false,
    followUp: false,
    quietHours: 'all',
    quietFrom: '20:00',
    quietTo: '09:30',
  },
  dialRules: {
    rules: [
      {
        name: 'Mobile',
        enabled: true,
        alsoExtensions: false,
        pattern: { kind: 'prefix', text: '09' },
        action: { ...dialsAsTyped, prepend: '9' },
      },
    ],
  },
  quietDialling: { on: true, from: '20:00', to: '09:00' },
  recordings: { keptMegabytes: 2000 },
  afterCall: { outcomes: [{ code: 'sold', name: 'Sold', kind: 'success' }], awaits: 'placed' },
  keeping: { months: 12, megabytes: 500 },
  updates: { feed: 'https://updates.example.com/dialdesk/', key: '', certificate: '' },
};
/** What says who the agent is and where the PBX stands, and the language. */
const staying = ['mode', 'pbx.address', 'pbx.pinnedCertificate', 'identity.caller', 'ui.language'];
const groups = settingsGroups.filter(isResettable);

describe('the reset of a group', () => {
  it('names every setting that it changes, and all but those that stay are changed by one', () => {
    const named = groups.flatMap((group) => differences(group, changed, unmanaged).map(({ name }) => name));
    const fields = settingNames.filter((name) =>
      /^(?:pbx|identity|callLimit|commandLine|listener|hotkeys|screenPop|ui|notifications|recordings)\./.test(name),
    );
    expect([...named].sort()).toEqual(fields.filter((name) => !staying.includes(name)).sort());
  });

  it.each(groups)('writes what it named and nothing else, as a patch the main process takes (%s)', (group) => {
    const patch = resetValues(group, unmanaged);
    expect(patch).toEqual(groupValues(group, defaultSettings));
    expect(settingsPatchSchema.parse(patch)).toEqual(patch);
    for (const { name } of differences(group, changed, unmanaged)) expect(settingOf(name).group).toBe(group);
    expect(differences(group, defaultSettings, unmanaged)).toEqual([]);
  });

  it.each(groups)('counts as reset what it writes, changed or not, and nothing besides (%s)', (group) => {
    expect([...namesInReset(group)].sort()).toEqual(
      differences(group, changed, unmanaged)
        .map(({ name }) => name)
        .sort(),
    );
    for (const name of [...staying, 'credentials.user']) expect(namesInReset(group)).not.toContain(name);
  });

  it.each(groups)('is taken back by writing what was there before (%s)', (group) => {
    const after = settingsSchema.parse(merge(changed, groupValues(group, defaultSettings)));
    expect(differences(group, after, unmanaged)).toEqual([]);
    expect(settingsSchema.parse(merge(after, groupValues(group, changed)))).toEqual(changed);
  });

  it('goes back to the administrator’s defaults, and leaves alone what is not to be changed', () => {
    const managed = {
      ...unmanaged,
      locked: ['ui.theme'],
      hidden: ['ui.digits'],
      defaults: { 'ui.calendar': 'persian', 'ui.zoomPercent': 125 },
    };
    expect(resetValues('appearance', managed)).toEqual({ ui: { calendar: 'persian', zoomPercent: 125 } });
    expect(differences('appearance', changed, managed)).toEqual([{ name: 'ui.zoomPercent', from: 150, to: 125 }]);
  });
});

function merge(settings: Settings, patch: ReturnType<typeof groupValues>): unknown {
  return {
    ...settings,
    pbx: { ...settings.pbx, ...patch.pbx },
    identity: { ...settings.identity, ...patch.identity },
    callLimit: { ...settings.callLimit, ...patch.callLimit },
    listener: { ...settings.listener, ...patch.listener },
    commandLine: { ...settings.commandLine, ...patch.commandLine },
    hotkeys: { ...settings.hotkeys, ...patch.hotkeys },
    screenPop: { ...settings.screenPop, ...patch.screenPop },
    ui: { ...settings.ui, ...patch.ui },
    notifications: { ...settings.notifications, ...patch.notifications },
    recordings: { ...settings.recordings, ...patch.recordings },
  };
}
