export const direction = { inbound: 'Incoming', outbound: 'Outgoing', internal: 'Internal' };
