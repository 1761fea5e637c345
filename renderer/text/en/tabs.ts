export const tabs = {
  label: 'Views',
  keypad: 'Keypad',
  contacts: 'Contacts',
  history: 'History',
  settings: 'Settings',
  missed: '{{value}} missed and not handled',
};
