import { directoryQueues } from './directory-queues.ts';

export interface DirectoryUser {
  readonly name: string;
  readonly number: string;
}

/** The extension the demo's own agent sits at. */
export const demoAgent: DirectoryUser = { name: 'Sara', number: '557' };

export const directoryUsers: readonly DirectoryUser[] = [
  demoAgent,
  { name: 'Reza Ahmadi', number: '551' },
  { name: 'مریم کریمی', number: '552' },
  { name: 'Ali Hosseini', number: '553' },
  { name: 'نگار رضایی', number: '554' },
  { name: 'Kian Moradi', number: '555' },
  { name: 'حسین جعفری', number: '556' },
  { name: 'Leila Sadeghi', number: '558' },
  { name: 'پشتیبانی فنی', number: '560' },
];

// Seen in the field: a server masks the SIP secret of one user and sends another's as it is.
const userWithBareSecret = '553';

/** As the PBX sends a user, with everything a client must not keep. */
export function toUserRecord(user: DirectoryUser): Record<string, unknown> {
  return {
    _id: `64b558207af75f2cf3788${user.number.padStart(4, '0')}`,
    user_type: 'SIP',
    active: 'yes',
    call_record: 'no',
    push_notification: 'no',
    name: user.name,
    number: user.number,
    cid_number: user.number,
    secret: user.number === userWithBareSecret ? 'demo-sip-secret-553' : '******',
    deny: '0.0.0.0/0.0.0.0',
    permit: '0.0.0.0/0.0.0.0',
    dtmfmode: 'rfc2833',
    context: 'main_routing',
    host: 'dynamic',
    type: 'friend',
    port: '5060',
    qualify: 'yes',
    email: '',
    forward_policy: { Busy: '', 'No Answer': '', UnAvailable: '', All: '' },
    more_options: user.number === userWithBareSecret ? 'setvar=PIN=demo-user-pin-553' : '',
    canreinvite: 'no',
    directmedia: 'no',
    nat: 'force_rport,comedia',
    callgroup: '1',
    pickupgroup: '1',
    callcounter: 'yes',
    faxdetect: 'no',
    call_limit: '',
    description: '',
    date: '1402-04-26 19:32:56',
    queues: directoryQueues.filter(({ agents }) => agents.includes(user.number)).map(({ number }) => number),
  };
}
