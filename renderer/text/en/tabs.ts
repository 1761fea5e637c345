export const tabs = {
  label: 'Views',
  keypad: 'Keypad',
  history: 'History',
  settings: 'Settings',
  missed: '{{value}} missed and not called back',
};
