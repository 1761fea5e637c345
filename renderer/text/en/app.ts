export const app = {
  title: 'Dialdesk',
  demoBadge: 'Demo PBX',
  ownNumber: 'Your phone',
  noOwnNumber: 'Not set',
  textLimit: 'Nothing more fits: {{amount}} characters at most.',
};
