import type { NotificationWords } from '../notification-words.ts';

export const notifications: NotificationWords = {
  incoming: (number) => `${number} is calling`,
  missed: (number) => `Missed call from ${number}`,
  hidden: { incoming: 'Hidden number is calling', missed: 'Missed call, hidden number' },
  pickUp: 'Answer on your phone',
  callBack: 'Call back',
  callNow: 'Call',
  followUp: (party, others) => (others === null ? `Follow up: ${party}` : `Follow up: ${party} and ${others} more`),
  open: 'Open',
  queue: (name) => `Queue ${name}`,
  failed: (number) => `Call to ${number} failed`,
  notReached: (number) => `${number} was not reached`,
  unconfirmed: (number) => `Call to ${number} not confirmed`,
  why: {
    busy: 'The line was busy.',
    'no-answer': 'Nobody answered.',
    'agent-no-answer': 'Your own phone was not picked up.',
    failed: 'The call could not be put through.',
    congestion: 'All lines are busy.',
    refused: 'The PBX refused it.',
    'not-sent': 'The PBX could not be reached.',
    unconfirmed: 'The PBX did not answer in time. Your phone may still ring.',
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
