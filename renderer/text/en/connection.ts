export const connection = {
  label: 'Connection',
  pbx: {
    unknown: 'PBX not checked',
    checking: 'Checking the PBX',
    reached: 'PBX ready',
    failed: 'PBX not reached',
    refused: 'PBX refuses access',
    untrusted: 'PBX not trusted',
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
  turnedAway: 'Wrong event password',
  noEventYet: 'no event yet',
  openConnection: 'Open the connection settings',
  openEvents: 'Open the event settings',
};
