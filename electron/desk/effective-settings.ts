import { defaultSettings } from '../../shared/settings/defaults.ts';
import type { Settings } from '../../shared/settings/schema.ts';

/** The extension the demo PBX gives the agent. */
export const demoExtension = '557';

/** In demo mode the PBX, the agent's number and the listener are the demo's; what a person may try out stays theirs. */
export function effectiveSettings(settings: Settings, demoAddress: string | null): Settings {
  if (settings.mode !== 'demo') return settings;
  return {
    ...settings,
    pbx: { ...defaultSettings.pbx, address: demoAddress ?? '' },
    identity: {
      ...settings.identity,
      caller: demoExtension,
      callerId: demoExtension,
      dialplanContext: defaultSettings.identity.dialplanContext,
      trunkName: '',
    },
    // The pages are those of the real CRM, and numbers of the demo belong to nobody in it.
    screenPop: {
      ...defaultSettings.screenPop,
      allowedHosts: settings.screenPop.allowedHosts,
      colleagues: settings.screenPop.colleagues,
    },
    listener: { enabled: true, host: '127.0.0.1', port: 0, path: '/simotel', allowFrom: ['127.0.0.1'] },
  };
}

/** Calls of the demo and of each profile are kept apart. */
export function profileOf(settings: Settings): string {
  return settings.mode === 'demo' ? 'demo' : settings.profile.id;
}
