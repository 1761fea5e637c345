import type { NotificationWords } from '../notification-words.ts';

export const notifications: NotificationWords = {
  incoming: (number) => `${number} is calling`,
  missed: (number) => `Missed call from ${number}`,
  hidden: { incoming: 'Hidden number is calling', missed: 'Missed call, hidden number' },
  pickUp: 'Answer on your phone',
  callBack: 'Call back',
  open: 'Open',
  queue: (name) => `Queue ${name}`,
  failed: (number) => `Call to ${number} failed`,
  why: {
    failed: 'The call could not be put through.',
    congestion: 'All lines are busy.',
    refused: 'The PBX refused it.',
    'not-sent': 'The PBX could not be reached.',
  },
  connection: {
    pbx: {
      lost: { title: 'Connection to the PBX lost', text: 'Calls cannot be placed until it is back.' },
      back: { title: 'PBX connected again', text: 'Calls can be placed.' },
    },
    listener: {
      lost: { title: 'Events do not arrive', text: 'Calls are not seen until this is mended.' },
      back: { title: 'Events arrive again', text: 'Calls are seen as they happen.' },
    },
  },
  test: { title: 'Notifications work', text: 'This is how Dialdesk tells of a call.' },
};
