export const app = {
  title: 'Dialdesk',
  demoBadge: 'Demo PBX',
  ownNumber: 'Your phone',
  noOwnNumber: 'Not set',
  pageBroke: 'This window stopped working',
  pageBrokeNext: 'Calls go on, and what was saved is kept.',
  loadAnew: 'Load the page again',
  textDropped: '{{amount}} characters of the pasted text had no room: {{most}} fit at most.',
  textLimit: 'Nothing more fits: {{amount}} characters at most.',
};
