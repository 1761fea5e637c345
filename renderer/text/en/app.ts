export const app = { demoBadge: 'Demo PBX', ownNumber: 'Your phone', noOwnNumber: 'No phone set' };
