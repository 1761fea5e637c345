import type { Settings } from './schema.ts';

/** What a new installation starts with: nothing is reached and nothing is dialled until somebody sets it up. */
export const defaultSettings: Settings = {
  mode: 'unset',
  pbx: {
    address: '',
    auth: 'both',
    method: 'auto',
    eventTimeZone: 'UTC',
    reportTimeZone: 'Asia/Tehran',
    pinnedCertificate: null,
    allowPlainHttp: false,
  },
  identity: {
    caller: '',
    callerId: '',
    dialplanContext: 'main_routing',
    trunkName: '',
    timeoutSeconds: null,
    callLimitSeconds: null,
    countryCode: '98',
  },
  callLimit: { beforeEndSeconds: 20, repeatEverySeconds: 10 },
  listener: { enabled: true, host: 'auto', port: 8088, path: '/simotel', allowFrom: [] },
  commandLine: { mayCall: false },
  hotkeys: { quickDial: 'Ctrl+Alt+D', dialSelection: 'Ctrl+Alt+C', redial: '', showCall: '', direct: false },
  screenPop: {
    incomingRinging: '',
    incomingAnswered: '',
    incomingEnded: '',
    incomingClick: '',
    outgoingRinging: '',
    outgoingAnswered: '',
    outgoingEnded: '',
    outgoingClick: '',
    allowedHosts: [],
    colleagues: false,
  },
  ui: { language: 'en', theme: 'system', calendar: 'gregorian', digits: 'language', zoomPercent: 100 },
  desktop: { keepInTray: true },
};
