export const fileReason = {
  'not-json': 'it is not valid JSON.',
  'too-large': 'it is too large.',
  empty: 'there is nothing in it.',
  'not-a-file': 'it is no file.',
  'others-can-write':
    'others than the administrator can write it, or a folder above it. It has to belong to root, and nobody else may write there.',
  ENOENT: 'it is not there.',
  EACCES: 'you may not do that.',
  EPERM: 'you may not do that.',
  EROFS: 'nothing can be changed there.',
};
