import type { Tab } from '../tabs.ts';
import { tabs } from '../tabs.ts';
import type { KeyPress } from './key-press.ts';

/** What the page does when it is asked to, by key, by menu or by button. */
export const commandIds = [
  'tab-keypad',
  'tab-contacts',
  'tab-history',
  'tab-settings',
  'missed',
  'numbers',
  'quick-dial',
  'go-to-number',
  'call',
  'call-literally',
  'call-anyway',
  'clear',
  'new-contact',
  'export-calls',
  'recall',
  'choose-trunk',
  'choose-profile',
  'next-call',
  'copy-number',
  'open-page',
  'call-note',
  'outcome-queue',
  'follow-ups',
  'close-card',
  'pause-queues',
  'keep-on-top',
  'search',
  'saved-filters',
  'settings',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'doctor',
  'shortcuts',
] as const;
export type CommandId = (typeof commandIds)[number];

/** What the system's own menu does without the page. */
export const roleIds = ['cut', 'copy', 'paste', 'selectAll', 'minimize', 'close', 'quit'] as const;
export type RoleId = (typeof roleIds)[number];

/** One menu each, and one part each of the list of shortcuts. */
export const commandGroups = ['program', 'edit', 'call', 'view', 'window', 'help'] as const;
export type CommandGroup = (typeof commandGroups)[number];

export interface Command {
  readonly id: CommandId | RoleId;
  readonly group: CommandGroup;
  /** The first one is shown in menus. */
  readonly keys: readonly KeyPress[];
  /** Its keys mean this only where the number is typed, or where nothing else takes them. */
  readonly inPlace?: true;
  /** Its keys write text where text is written. */
  readonly writes?: true;
}

const primary = (code: string, ...characters: readonly string[]): KeyPress => ({
  code,
  primary: true,
  ...(characters.length === 0 ? {} : { characters }),
});

const tabCommands = tabs.map((tab: Tab, index): Command => {
  const place = index + 1;
  return { id: `tab-${tab}`, group: 'view', keys: [primary(`Digit${place}`), primary(`Numpad${place}`)] };
});

/** Every command there is, in the order of menus and lists. */
export const commands: readonly Command[] = [
  { id: 'settings', group: 'program', keys: [primary('Comma', ',')] },
  { id: 'quit', group: 'program', keys: [primary('KeyQ')] },
  { id: 'cut', group: 'edit', keys: [primary('KeyX')] },
  { id: 'copy', group: 'edit', keys: [primary('KeyC')] },
  { id: 'paste', group: 'edit', keys: [primary('KeyV')] },
  { id: 'selectAll', group: 'edit', keys: [primary('KeyA')] },
  { id: 'new-contact', group: 'edit', keys: [{ ...primary('KeyN'), shift: true }] },
  { id: 'export-calls', group: 'edit', keys: [{ ...primary('KeyE'), shift: true }] },
  { id: 'quick-dial', group: 'call', keys: [primary('KeyK')] },
  { id: 'go-to-number', group: 'call', keys: [primary('KeyN')] },
  { id: 'call', group: 'call', keys: [{ code: 'Enter' }, { code: 'NumpadEnter' }], inPlace: true },
  { id: 'call-literally', group: 'call', keys: [{ code: 'Enter', alt: true }], inPlace: true },
  { id: 'call-anyway', group: 'call', keys: [primary('Enter')], inPlace: true },
  { id: 'clear', group: 'call', keys: [{ code: 'Escape' }], inPlace: true },
  { id: 'recall', group: 'call', keys: [primary('KeyL')] },
  { id: 'choose-trunk', group: 'call', keys: [primary('KeyT')] },
  { id: 'choose-profile', group: 'call', keys: [primary('KeyP')] },
  { id: 'next-call', group: 'call', keys: [primary('KeyJ')] },
  { id: 'copy-number', group: 'call', keys: [{ ...primary('KeyC'), shift: true }] },
  { id: 'open-page', group: 'call', keys: [primary('KeyO')] },
  { id: 'call-note', group: 'call', keys: [primary('KeyI')] },
  { id: 'close-card', group: 'call', keys: [primary('KeyD')] },
  { id: 'pause-queues', group: 'call', keys: [{ ...primary('KeyP'), shift: true }] },
  ...tabCommands,
  { id: 'missed', group: 'view', keys: [{ ...primary('KeyM'), shift: true }] },
  { id: 'outcome-queue', group: 'view', keys: [primary('KeyU')] },
  { id: 'follow-ups', group: 'view', keys: [{ ...primary('KeyU'), shift: true }] },
  { id: 'numbers', group: 'view', keys: [primary('KeyB')] },
  { id: 'search', group: 'view', keys: [primary('KeyF')] },
  { id: 'saved-filters', group: 'view', keys: [{ ...primary('KeyF'), shift: true }] },
  { id: 'zoom-in', group: 'view', keys: [primary('Equal', '+', '='), primary('NumpadAdd')] },
  { id: 'zoom-out', group: 'view', keys: [primary('Minus', '-'), primary('NumpadSubtract')] },
  { id: 'zoom-reset', group: 'view', keys: [primary('Digit0'), primary('Numpad0')] },
  { id: 'keep-on-top', group: 'window', keys: [{ ...primary('KeyT'), shift: true }] },
  { id: 'minimize', group: 'window', keys: [primary('KeyM')] },
  { id: 'close', group: 'window', keys: [primary('KeyW')] },
  { id: 'doctor', group: 'help', keys: [{ ...primary('KeyD'), shift: true }] },
  {
    id: 'shortcuts',
    group: 'help',
    keys: [{ code: 'Slash', shift: true, characters: ['?', '؟'] }, { code: 'F1' }],
    writes: true,
  },
];

export function isPageCommand(id: Command['id']): id is CommandId {
  return (commandIds as readonly string[]).includes(id);
}
