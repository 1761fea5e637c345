export const action = {
  back: 'Back',
  copied: 'Copied',
  saved: 'Saved',
  tryAgain: 'Try again',
  openSetting: 'Open the setting',
};
