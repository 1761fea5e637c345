export const survey = {
  title: 'Survey score',
  score: 'Survey score {{score}}',
  unscored: 'Survey without a score',
  scale: '(the PBX does not say out of how many)',
};
