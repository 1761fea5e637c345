/** When an address is opened: by itself as a call goes on, or when the agent asks for it. */
export const popMoments = ['ringing', 'answered', 'ended', 'click'] as const;
export type PopMoment = (typeof popMoments)[number];

export const popDirections = ['incoming', 'outgoing'] as const;
export type PopDirection = (typeof popDirections)[number];

/** One template each, named as its setting is. */
export const popSlots = [
  'incomingRinging',
  'incomingAnswered',
  'incomingEnded',
  'incomingClick',
  'outgoingRinging',
  'outgoingAnswered',
  'outgoingEnded',
  'outgoingClick',
] as const;
export type PopSlot = (typeof popSlots)[number];

const slots = {
  incoming: {
    ringing: 'incomingRinging',
    answered: 'incomingAnswered',
    ended: 'incomingEnded',
    click: 'incomingClick',
  },
  outgoing: {
    ringing: 'outgoingRinging',
    answered: 'outgoingAnswered',
    ended: 'outgoingEnded',
    click: 'outgoingClick',
  },
} as const satisfies Record<PopDirection, Record<PopMoment, PopSlot>>;

export function popSlot(direction: PopDirection, moment: PopMoment): PopSlot {
  return slots[direction][moment];
}

export function placeOfSlot(slot: PopSlot): { readonly direction: PopDirection; readonly moment: PopMoment } {
  const direction = slot.startsWith('incoming') ? 'incoming' : 'outgoing';
  return { direction, moment: popMoments.find((moment) => slots[direction][moment] === slot) ?? 'click' };
}
