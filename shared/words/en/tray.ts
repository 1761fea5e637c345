import type { TrayWords } from '../tray-words.ts';

export const tray: TrayWords = {
  program: 'Dialdesk',
  phase: {
    ringing: 'Ringing',
    talking: 'Talking',
    'not-set-up': 'Not set up yet',
    connecting: 'Connecting…',
    'not-connected': 'PBX not reached',
    'phone-unavailable': 'Your phone is not connected',
    paused: 'Paused',
    ready: 'Ready',
  },
  listener: {
    off: 'Events off',
    starting: 'Events starting',
    listening: 'Events on',
    'port-in-use': 'Event port taken',
    'address-missing': 'No event address',
    'credentials-missing': 'No event password',
    failed: 'Events failed',
  },
  noNumber: 'No number yet',
  quickDial: 'Quick dial…',
  pauseHotkeys: 'Pause all hotkeys',
  callAgain: 'Call again',
  favourites: 'Favourites',
  call: { inbound: 'incoming', outbound: 'outgoing', internal: 'internal', missed: 'missed' },
  missed: (count) => `Missed (${count})`,
  open: 'Open Dialdesk',
  settings: 'Settings',
  quit: 'Quit Dialdesk',
  told: {
    title: 'Dialdesk goes on in the tray',
    text: 'Your calls are still seen. To end it, choose Quit in the menu of its icon.',
  },
};
