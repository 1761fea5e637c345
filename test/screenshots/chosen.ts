import { type Look, plainLook, type SizeName } from '../support/looks.ts';

/** The pictures of the README: one of each kind of screen, in turn light and dark, English and Persian. */
export interface Chosen {
  readonly file: string;
  readonly screen: string;
  readonly size: SizeName;
  readonly look: Look;
}

const dark: Look = { language: 'en', theme: 'dark' };
const persian: Look = { language: 'fa', theme: 'light' };
const persianDark: Look = { language: 'fa', theme: 'dark' };

export const chosen: readonly Chosen[] = [
  { file: 'talking-wide', screen: 'history, with a live call', size: 'wide', look: plainLook },
  { file: 'keypad', screen: 'keypad, a number typed', size: 'narrow', look: plainLook },
  { file: 'ringing-fa', screen: 'call, your phone rings', size: 'narrow', look: persian },
  { file: 'other-phone-rings', screen: 'call, the other phone rings', size: 'narrow', look: dark },
  { file: 'history-fa', screen: 'history, some days', size: 'narrow', look: persianDark },
  { file: 'unconfirmed', screen: 'call, unconfirmed', size: 'narrow', look: plainLook },
  { file: 'welcome-fa', screen: 'welcome', size: 'narrow', look: persian },
  { file: 'connect', screen: 'connect, reached', size: 'narrow', look: plainLook },
  { file: 'events', screen: 'events, arrived', size: 'narrow', look: dark },
  { file: 'settings-wide', screen: 'settings, appearance', size: 'wide', look: dark },
  { file: 'history-wide-fa', screen: 'history, some days', size: 'wide', look: persian },
  { file: 'quick-dial', screen: 'quick dial, picker', size: 'narrow', look: plainLook },
  { file: 'quick-dial-fa', screen: 'quick dial, picker', size: 'narrow', look: persianDark },
  { file: 'contacts-wide', screen: 'contacts, a card beside the list', size: 'wide', look: plainLook },
  { file: 'colleagues-fa', screen: 'contacts, colleagues', size: 'narrow', look: persian },
  { file: 'before-the-call', screen: 'keypad, something speaks against the call', size: 'narrow', look: plainLook },
  { file: 'call-details', screen: 'call details', size: 'wide', look: plainLook },
  { file: 'missed-fa', screen: 'missed numbers of some days', size: 'narrow', look: persianDark },
  { file: 'numbers', screen: 'numbers of a day', size: 'narrow', look: plainLook },
  { file: 'numbers-fa', screen: 'numbers of a month', size: 'wide', look: persian },
  { file: 'filter', screen: 'history, its filter', size: 'narrow', look: dark },
  { file: 'keys', screen: 'keys, all of them', size: 'narrow', look: plainLook },
];
