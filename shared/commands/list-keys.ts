import type { KeyPress } from './key-press.ts';

/** What keys do while the focus is in a place that takes them itself: for the list of keys, which they are no command in. */
export const listKeyIds = [
  'suggestion-walk',
  'suggestion-take',
  'suggestion-close',
  'history-walk',
  'history-leap',
  'history-ends',
  'history-call',
  'history-open',
  'history-note',
  'missed-walk',
  'missed-call',
  'missed-handle',
  'missed-undo',
  'contact-walk',
  'contact-leap',
  'contact-ends',
  'contact-call',
  'contact-open',
  'contact-edit',
  'contact-delete',
  'contact-undo',
  'contact-back',
  'work-outcome',
  'work-undo',
  'work-chord',
  'work-call',
  'work-note',
  'work-done',
  'work-back',
  'recording-play',
  'recording-seek',
  'recording-leap',
  'recording-ends',
  'recording-speed',
  'recording-close',
  'numbers-step',
  'numbers-now',
  'numbers-back',
  'palette-walk',
  'palette-digit',
  'palette-call',
  'palette-trunk',
  'palette-close',
  'rules-move',
  'rules-delete',
] as const;
export type ListKeyId = (typeof listKeyIds)[number];

export const listKeyGroups = [
  'suggestions',
  'contacts',
  'history',
  'missed',
  'work',
  'recording',
  'numbers',
  'palette',
  'rules',
] as const;
export type ListKeyGroup = (typeof listKeyGroups)[number];

export interface ListKey {
  readonly id: ListKeyId;
  readonly group: ListKeyGroup;
  readonly keys: readonly KeyPress[];
}

const walk: readonly KeyPress[] = [{ code: 'ArrowUp' }, { code: 'ArrowDown' }];

/** In every list of calls: a note on the chosen one. */
export const noteKey: KeyPress = { code: 'KeyN' };

export const listKeys: readonly ListKey[] = [
  { id: 'suggestion-walk', group: 'suggestions', keys: walk },
  { id: 'suggestion-take', group: 'suggestions', keys: [{ code: 'Enter' }] },
  { id: 'suggestion-close', group: 'suggestions', keys: [{ code: 'Escape' }] },
  { id: 'contact-walk', group: 'contacts', keys: walk },
  { id: 'contact-leap', group: 'contacts', keys: [{ code: 'PageUp' }, { code: 'PageDown' }] },
  { id: 'contact-ends', group: 'contacts', keys: [{ code: 'Home' }, { code: 'End' }] },
  { id: 'contact-call', group: 'contacts', keys: [{ code: 'Enter' }] },
  { id: 'contact-open', group: 'contacts', keys: [{ code: 'Space' }] },
  { id: 'contact-edit', group: 'contacts', keys: [{ code: 'F2' }, { code: 'KeyE', primary: true }] },
  { id: 'contact-delete', group: 'contacts', keys: [{ code: 'Delete' }] },
  { id: 'contact-undo', group: 'contacts', keys: [{ code: 'KeyZ', primary: true }] },
  { id: 'contact-back', group: 'contacts', keys: [{ code: 'Escape' }] },
  { id: 'history-walk', group: 'history', keys: walk },
  { id: 'history-leap', group: 'history', keys: [{ code: 'PageUp' }, { code: 'PageDown' }] },
  { id: 'history-ends', group: 'history', keys: [{ code: 'Home' }, { code: 'End' }] },
  { id: 'history-call', group: 'history', keys: [{ code: 'Enter' }] },
  { id: 'history-open', group: 'history', keys: [{ code: 'Space' }] },
  { id: 'history-note', group: 'history', keys: [noteKey] },
  { id: 'missed-walk', group: 'missed', keys: walk },
  { id: 'missed-call', group: 'missed', keys: [{ code: 'Enter' }] },
  { id: 'missed-handle', group: 'missed', keys: [{ code: 'Delete' }] },
  { id: 'missed-undo', group: 'missed', keys: [{ code: 'KeyZ', primary: true }] },
  { id: 'work-outcome', group: 'work', keys: [{ code: 'Digit1' }, { code: 'Digit9' }] },
  { id: 'work-undo', group: 'work', keys: [{ code: 'KeyZ', primary: true }] },
  {
    id: 'work-chord',
    group: 'work',
    keys: [
      { code: 'Digit1', alt: true },
      { code: 'Digit9', alt: true },
    ],
  },
  { id: 'work-call', group: 'work', keys: [{ code: 'Enter' }] },
  { id: 'work-note', group: 'work', keys: [noteKey] },
  { id: 'work-done', group: 'work', keys: [{ code: 'Space' }] },
  { id: 'work-back', group: 'work', keys: [{ code: 'Escape' }] },
  { id: 'recording-play', group: 'recording', keys: [{ code: 'Space' }] },
  { id: 'recording-seek', group: 'recording', keys: [{ code: 'ArrowLeft' }, { code: 'ArrowRight' }] },
  {
    id: 'recording-leap',
    group: 'recording',
    keys: [
      { code: 'ArrowLeft', shift: true },
      { code: 'ArrowRight', shift: true },
    ],
  },
  { id: 'recording-ends', group: 'recording', keys: [{ code: 'Home' }, { code: 'End' }] },
  {
    id: 'recording-speed',
    group: 'recording',
    keys: [
      { code: 'Comma', shift: true, characters: ['<'] },
      { code: 'Period', shift: true, characters: ['>'] },
    ],
  },
  { id: 'recording-close', group: 'recording', keys: [{ code: 'Escape' }] },
  { id: 'numbers-step', group: 'numbers', keys: [{ code: 'PageUp' }, { code: 'PageDown' }] },
  { id: 'numbers-now', group: 'numbers', keys: [{ code: 'Home' }] },
  { id: 'numbers-back', group: 'numbers', keys: [{ code: 'Escape' }] },
  { id: 'palette-walk', group: 'palette', keys: walk },
  {
    id: 'palette-digit',
    group: 'palette',
    keys: [
      { code: 'Digit1', alt: true },
      { code: 'Digit9', alt: true },
    ],
  },
  { id: 'palette-call', group: 'palette', keys: [{ code: 'Enter' }] },
  { id: 'palette-trunk', group: 'palette', keys: [{ code: 'Tab' }] },
  { id: 'palette-close', group: 'palette', keys: [{ code: 'Escape' }] },
  {
    id: 'rules-move',
    group: 'rules',
    keys: [
      { code: 'ArrowUp', alt: true },
      { code: 'ArrowDown', alt: true },
    ],
  },
  { id: 'rules-delete', group: 'rules', keys: [{ code: 'Delete' }] },
];
