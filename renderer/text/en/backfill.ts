export const backfill = {
  fetch: 'Fetch calls from the phone system',
  running: 'Fetching calls from the phone system: {{read}} read',
  cancel: 'Cancel',
  added: 'Calls added: {{added}}.',
  nothing: 'No call was missing.',
  cancelled: 'Stopped.',
  gap: 'No record of calls {{from}}–{{until}}',
  gapOfDays: 'No record of calls from {{day}}, {{from}} to {{until}}',
  reason: {
    unasked: 'The phone system has not been asked yet.',
    denied: 'The account may not read reports.',
    account: 'The phone system did not accept the account.',
    unreachable: 'The phone system could not be reached.',
    slow: 'The phone system took too long to answer.',
    failed: 'The reports could not be read to the end.',
    cancelled: 'The fetching was stopped.',
  },
};
