export const asked = {
  label: 'Asked for by another program',
  from: { link: 'From a link: {{number}}', 'command-line': 'From the command line: {{number}}' },
  extension: 'Extension, not dialled',
  contact: 'Contact',
  callerId: 'Caller ID',
  note: 'Note',
  trunk: {
    missing: 'No trunk {{trunk}} here. Yours stays chosen.',
    'list-unknown': 'Whether there is a trunk {{trunk}} is not known. Yours stays chosen.',
  },
  notAllowed: 'Not called: the command line may not place calls.',
  tooLate: 'Not called: too much time has passed since.',
  bringBack: 'Bring back {{number}}',
  code: {
    link: 'A link asks for the code {{code}}',
    'command-line': 'The command line asks for the code {{code}}',
    text: 'Codes can change settings, such as sending your calls to somebody else. Nothing was dialled.',
    take: 'Put it in the field',
    leave: 'Leave it',
  },
  refused: { link: 'A link was not used', 'command-line': 'A number of the command line was not used' },
  waits: {
    link: 'A link asks for {{number}}',
    'command-line': 'The command line asks for {{number}}',
    text: 'It waits until the keypad is there. Nothing is dialled.',
  },
};
