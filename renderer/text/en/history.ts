export const history = {
  label: 'Call history',
  emptyTitle: 'No calls yet',
  emptyText: 'Every call you place or receive appears here, newest first, with how it ended.',
  emptyAction: 'Dial a number',
  callAgain: 'Redial {{number}}',
  callBack: 'Call back {{number}}',
  recorded: 'Recorded',
  survey: 'Survey {{score}}',
  surveyLabel: 'Survey score',
  loading: 'Reading the history…',
  failed: 'The history could not be read',
  olderFailed: 'Older calls could not be read.',
};
