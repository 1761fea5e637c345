export const connection = {
  label: 'Connection',
  pbx: {
    unknown: 'PBX not checked',
    checking: 'Checking the PBX',
    reached: 'PBX ready',
    failed: 'PBX not reached',
    slow: 'PBX too slow',
    refused: 'PBX refuses access',
    denied: 'PBX right missing',
    callsDenied: 'Calls not allowed',
    faulty: 'PBX answers with an error',
    foreign: 'Not a Simotel',
    untrusted: 'PBX not trusted',
    unset: 'PBX not set up',
    noCredentials: 'PBX password missing',
    offline: 'Computer offline',
  },
  events: {
    off: 'Events off',
    starting: 'Events starting',
    listening: 'Events on',
    'port-in-use': 'Event port taken',
    'address-missing': 'No event address',
    'credentials-missing': 'No event password',
    failed: 'Events failed',
  },
  wrongPassword: 'Wrong event password',
  rightName: 'Name of the right: {{right}}',
  noEventYet: 'no event yet',
  fact: {
    address: 'Address',
    lastCheck: 'Last check',
    callRefused: 'Call refused',
    roundTrip: 'Round trip',
    milliseconds: '{{value}} ms',
    lastEvent: 'Last event',
    turnedAway: 'Turned away',
    notYet: 'not yet',
    noneYet: 'none yet',
  },
  say: {
    unknown: 'Dialdesk has not asked the phone system yet.',
    checking: 'Dialdesk is asking the phone system.',
    reached: 'The phone system answers and accepts the account.',
    heard: 'Dialdesk sees your calls ring, talk and end.',
    silent: 'Dialdesk listens, but the phone system has not sent an event yet. Paste the address into Simotel.',
    wrongPassword:
      'Somebody sends events with a wrong user or password, most likely your phone system. Paste both into Simotel again.',
    off: 'Without events Dialdesk only knows that the phone system took a call.',
    starting: 'Dialdesk opens its port.',
  },
  action: {
    checkNow: 'Check now',
    checking: 'Checking…',
    callMyself: 'Try with a call to myself',
    callingMyself: 'Asking the PBX…',
    tryPort: 'Try the port again',
    setUpEvents: 'Set up events',
    mend: 'Mend now',
    useZone: 'Use {{zone}}',
    openConnection: 'Connection settings',
    openEvents: 'Event settings',
  },
  span: {
    minutes: '{{value}} min',
    hours: '{{value}} h',
    hoursMinutes: '{{hours}} h {{minutes}} min',
    days: '{{value}} days',
  },
  rescue: {
    moment: '{{date}}, {{time}}',
    damaged: 'The call history was damaged.',
    kept: 'Nothing was deleted: the old files are in the folder {{aside}}.',
    fetchedSince: 'Calls since then are fetched from the phone system; what stays missing is a gap in the history.',
    fetchedOfDays:
      'Calls of the last {{value}} days are fetched from the phone system; what stays missing is a gap in the history.',
    gone: 'The file of the call history was gone.',
    events: {
      all: 'Events that came in since were taken over: {{value}}.',
      some: 'Of the events since not all could be read; taken over: {{value}}.',
      none: 'Events that came in since could not be read.',
    },
  },
  notices: 'Notices',
  more: '+{{value}} more',
  notice: {
    'storage-failed': {
      title: 'The call history cannot be saved',
      text: 'The disk or another program does not let it. Check the disk and close what may hold the file; Dialdesk tries again by itself.',
    },
    'storage-full': {
      title: 'The disk is full: calls are not saved',
      text: 'Free some space. Dialdesk tries again by itself; until then it does not confirm events of the PBX.',
    },
    'storage-read-only': {
      title: 'The call history cannot be written',
      text: 'Its folder or disk takes no changes. Ask your administrator to allow them; Dialdesk tries again by itself.',
    },
    'storage-damaged': {
      title: 'The call history is damaged',
      text: 'Nothing more is written to it. Mending starts Dialdesk again: where only indexes are damaged they are made anew, else the newest backup takes its place and later events are taken over. The damaged files are kept. Calls on your phone go on.',
    },
    rescued: {
      title: 'A backup took the place of the call history',
      text: '{{why}} The backup of {{backup}} took its place. {{events}} {{fetched}} Notes and contacts from {{from}} to {{to}} may be missing. {{kept}}',
    },
    'rescued-empty': {
      title: 'A new call history was begun',
      text: '{{why}} There was no backup. {{events}} {{fetched}} Older calls, notes and contacts may be missing. {{kept}}',
    },
    restored: {
      title: 'The backup is in use',
      text: 'It is of {{backup}}. {{events}} {{fetched}} Notes and contacts from {{from}} to {{to}} may be missing. {{kept}}',
    },
    mended: {
      title: 'The call history was mended',
      text: 'Its indexes were damaged, by which calls and contacts are found. They were made anew, and nothing is missing. {{kept}}',
    },
    'journal-gone': {
      title: 'Some of the last calls may be missing',
      text: 'Dialdesk was not ended in order, and the journal of the call history (-wal) is gone since. Notes and contacts from {{from}} to {{to}} may be missing. {{fetched}}',
    },
    'backup-no-room': {
      title: 'No backup: too little room on the disk',
      text: 'A backup of the call history needs twice its size. Free some space; Dialdesk tries again by itself.',
    },
    'backup-failed': {
      title: 'The backup of the call history failed',
      text: 'Look at the folder of the backups. Dialdesk tries again by itself.',
    },
    offline: {
      title: 'This computer is offline',
      text: 'Connect the network cable, Wi-Fi or VPN. Dialdesk goes on by itself.',
    },
    'secrets-locked': {
      title: 'The saved password cannot be opened',
      text: 'Unlock the keychain of this computer and start again, or type the password once more.',
    },
    'credentials-missing': {
      title: 'The sign-in to the PBX is incomplete',
      text: '{{failure}} Without it no call can be placed.',
    },
    'pbx-ahead': {
      title: 'The clocks are {{span}} apart',
      text: 'The phone system is ahead of this computer. Let this computer set its clock by the internet; if it is right already, tell your administrator that the clock of the phone system is wrong.',
    },
    'pbx-behind': {
      title: 'The clocks are {{span}} apart',
      text: 'The phone system is behind this computer. Let this computer set its clock by the internet; if it is right already, tell your administrator that the clock of the phone system is wrong.',
    },
    'events-ahead': {
      title: 'Event times are {{span}} ahead',
      text: 'No time zone explains that, and in its answers the phone system’s clock is right. Tell your administrator that what sends the events goes by another clock.',
    },
    'events-behind': {
      title: 'Event times are {{span}} behind',
      text: 'No time zone explains that, and in its answers the phone system’s clock is right. Tell your administrator that what sends the events goes by another clock, or sends them late.',
    },
    'port-in-use': {
      title: 'Event port {{port}} is taken',
      text: 'Another program uses it, so Dialdesk cannot see your calls ring or end. Close that program, or choose another port in the event settings.',
    },
    'address-missing': {
      title: 'No address for events',
      text: 'This computer has no address that the phone system could reach. Check the network, or name an address in the event settings.',
    },
    'event-credentials-missing': {
      title: 'The event password is missing',
      text: 'The one that the phone system knows cannot be read any more. Type it again or make a new one, and paste that into Simotel.',
    },
    'port-forbidden': {
      title: 'Event port {{port}} is not allowed',
      text: 'This computer lets no program of yours listen there. Choose a port above 1023 in the event settings.',
    },
    'listener-failed': {
      title: 'Events cannot be received',
      text: 'Port {{port}} could not be opened ({{problem}}). Check address and port in the event settings.',
    },
    'zone-wrong': {
      title: 'Event times are {{span}} off',
      text: 'They are read as times in {{zone}}, which does not fit. Choose the right time zone for events.',
    },
    'zone-known': {
      title: 'Event times are {{span}} off',
      text: 'They are read as times in {{zone}}; those of {{rightZone}} would fit.',
    },
    'hotkeys-missing': {
      title: 'Hotkeys not available',
      text: '{{hotkeys}}: another program or the system has these keys, or the keyboard layout lacks one. Choose others, or free them there.',
    },
    'notifications-failed': {
      title: 'Notifications are not shown',
      text: 'This desktop did not take the last one. The window and the tray tell of calls.',
    },
    'own-number-not-taken': {
      title: 'Your phone has to be set again',
      text: 'What was stored as its number is none: digits only, at most 18. Until then no call can be placed.',
    },
    'kept-in-tray': {
      title: 'Dialdesk went on in the tray',
      text: 'Closing the window only hides it, so that your calls are still seen. Quit in its menu ends it.',
    },
    'update-not-installed': {
      title: 'Version {{version}} was not installed',
      text: 'The version of before goes on. {{reason}}',
    },
    'update-ready': {
      title: 'Version {{version}} is ready',
      text: 'It is installed when you quit Dialdesk, unless a call is under way.',
    },
    'pages-not-opened': {
      title: 'Pages of calls not opened: {{count}}',
      text: 'The reason: {{reason}}',
    },
    'secret-file-not-read': {
      title: 'The file with a password or token was not read',
      text: '{{file}}: {{reason}} Tell your administrator.',
    },
    'secret-file-not-kept': {
      title: 'The file with a password or token is still there',
      text: '{{file}} is removed when a keychain keeps what is in it, which this computer does not offer. Until then every start reads it.',
    },
    'secret-file-not-used': {
      title: 'The file with a password or token is still there',
      text: '{{file}} belongs to another PBX than the one you use, or to credentials that are not complete. Tell your administrator.',
    },
    'secret-file-not-removed': {
      title: 'The file with a password or token could not be removed',
      text: '{{file}}: {{reason}} The keychain has what is in it, so the file has to go. Tell your administrator.',
    },
    'secrets-memory': {
      title: 'Passwords are kept for this run only',
      text: 'This computer offers no keychain, so you will be asked again at the next start.',
    },
    'secrets-unprotected': {
      title: 'Passwords are stored without protection',
      text: 'Anyone who can read your files can read them. You allowed this, because the computer offers no keychain.',
    },
  },
  unprotected: 'Unprotected',
};
