export const keypad = {
  numberLabel: 'Phone number',
  keys: 'Keypad',
  call: 'Call',
  backspace: 'Delete the last digit',
  empty: 'Type or paste a number',
  recall: 'Enter brings back {{number}}',
  dialsVia: 'Dials {{number}} via {{trunk}}',
  dialsByPlan: 'Dials {{number}} via the PBX’s dial plan',
  dialsExtension: 'Dials extension {{number}}',
  dialsCode: 'Dials the code {{number}}',
  calling: 'Asking the PBX…',
};
