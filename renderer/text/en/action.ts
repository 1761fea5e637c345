export const action = {
  back: 'Back',
  copied: 'Copied',
  saved: 'Saved',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  openSetting: 'Open the setting',
};
