export const action = {
  back: 'Back',
  copied: 'Copied',
  saved: 'Saved',
  dismiss: 'Dismiss',
  notSaved: 'Not saved. Press Enter here to save it.',
  takeBack: 'Take back',
  tryAgain: 'Try again',
  openSetting: 'Open the setting',
  undo: 'Undo',
};
