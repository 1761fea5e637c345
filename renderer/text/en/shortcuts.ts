export const shortcuts = {
  about: 'Every key, and what it does.',
  menu: 'Menu',
  group: { suggestions: 'Suggestions below the number', history: 'In the history', palette: 'In quick dial' },
  name: {
    'suggestion-walk': 'Choose a number',
    'suggestion-take': 'Put it into the field',
    'suggestion-close': 'Close the list',
    'history-walk': 'Choose a call',
    'history-leap': 'Eight calls at once',
    'history-ends': 'Newest, oldest',
    'history-call': 'Call again or back',
    'palette-walk': 'Choose what to call',
    'palette-call': 'Call it',
    'palette-trunk': 'Next trunk',
    'palette-close': 'Close it',
  },
};
