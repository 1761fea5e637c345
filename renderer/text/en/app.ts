export const app = { title: 'Dialdesk', demoBadge: 'Demo PBX', ownNumber: 'Your phone', noOwnNumber: 'No phone set' };
