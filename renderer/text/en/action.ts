export const action = {
  back: 'Back',
  copied: 'Copied',
  saved: 'Saved',
  dismiss: 'Dismiss',
  takeBack: 'Take back',
  tryAgain: 'Try again',
  openSetting: 'Open the setting',
};
