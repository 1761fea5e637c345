export const fileReason = {
  'not-json': 'it is not valid JSON.',
  'too-large': 'it is too large.',
  ENOENT: 'it is not there.',
  EACCES: 'you may not read it.',
};
