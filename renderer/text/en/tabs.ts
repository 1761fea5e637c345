export const tabs = { label: 'Views', keypad: 'Keypad', history: 'History', settings: 'Settings' };
