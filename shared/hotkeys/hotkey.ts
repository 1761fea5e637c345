/** What a global hotkey does. */
export const hotkeyActions = ['quickDial', 'dialSelection', 'redial', 'showCall'] as const;
export type HotkeyAction = (typeof hotkeyActions)[number];

/** In the order in which people write them. */
export const modifiers = ['Ctrl', 'Alt', 'Shift', 'Super'] as const;
export type Modifier = (typeof modifiers)[number];

/** One key with what is held beside it. */
export interface Hotkey {
  readonly held: readonly Modifier[];
  readonly key: string;
}

/** Keys that every keyboard has at a place of its own, whatever the layout, in the words of Electron. */
const namedKeys: readonly string[] = [
  'Up',
  'Down',
  'Left',
  'Right',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Insert',
  'Delete',
  'Space',
];
const plainKey = /^(?:[A-Z0-9]|F(?:[1-9]|1[0-9]|2[0-4])|num[0-9])$/;

export type HotkeyProblem =
  /** Not a hotkey at all. */
  | 'unreadable'
  /** Would take a key from everything that is typed. */
  | 'plain-key'
  /** Programs use it themselves: copying, closing, finding. */
  | 'used-by-programs'
  /** The system keeps it for itself. */
  | 'used-by-system';

/** `Ctrl+Alt+D` with what is held in any order; null when it is none. */
export function parseHotkey(text: string): Hotkey | null {
  const parts = text.split('+').map((part) => part.trim());
  const key = parts.pop();
  if (key === undefined || !isKey(key)) return null;
  const held = modifiers.filter((modifier) => parts.includes(modifier));
  return held.length === parts.length ? { held, key } : null;
}

export function formatHotkey({ held, key }: Hotkey): string {
  return [...modifiers.filter((modifier) => held.includes(modifier)), key].join('+');
}

export function isKey(key: string): boolean {
  return plainKey.test(key) || namedKeys.includes(key);
}

/** The same in the words of Electron. Only for what was parsed: it takes a key it does not know for another one. */
export function electronAccelerator({ held, key }: Hotkey): string {
  return [...held.map((modifier) => (modifier === 'Ctrl' ? 'Control' : modifier)), key].join('+');
}

/** What Ctrl (on macOS Cmd) and Shift do in most programs. With Ctrl alone every letter, digit and named key is taken. */
const alsoWithShift = ['C', 'V', 'X', 'Z', 'N', 'P', 'T', 'W', 'I', 'R', ...namedKeys];
const system: readonly RegExp[] = [
  /^Alt\+(?:F\d+|Space)$/,
  /^Ctrl\+Alt\+(?:Shift\+)?(?:Delete|F\d+)$/,
  /^Ctrl\+Alt\+(?:Shift\+)?(?:Up|Down|Left|Right)$/,
  /^(?:Alt\+)?Super\+(?:L|Space|D)$/,
];
/** A page is closed, loaded anew, or another one is shown. */
const ofPages = /^Ctrl\+(?:Shift\+)?F[456]$/;
const back = /^Alt\+(?:Shift\+)?(?:Up|Down|Left|Right|Home|End|Insert|Delete|PageUp|PageDown)$/;

/** Why a hotkey would do harm; null when it may be used. Whether it is free only the system can tell. */
export function hotkeyProblem(hotkey: Hotkey, mac: boolean): HotkeyProblem | null {
  const { held, key } = hotkey;
  const strong = held.filter((modifier) => modifier !== 'Shift');
  if (strong.length === 0) return 'plain-key';
  const written = formatHotkey(hotkey);
  if (!mac && system.some((pattern) => pattern.test(written))) return 'used-by-system';
  const [only] = strong;
  if (strong.length > 1) return null;
  const shift = held.includes('Shift');
  // Alt and a letter opens a menu of the program in front; on macOS it writes a character.
  if (only === 'Alt') return back.test(written) || (!shift && /^[A-Z]$/.test(key)) ? 'used-by-programs' : null;
  if (only === 'Super' && !mac) return null;
  const used = shift ? alsoWithShift.includes(key) : !/^F\d+$/.test(key);
  return used || ofPages.test(written) ? 'used-by-programs' : null;
}

/** As `hotkeyProblem`, of a stored text: an empty one means that the action has none. */
export function hotkeyTextProblem(text: string, mac: boolean): HotkeyProblem | null {
  if (text === '') return null;
  const hotkey = parseHotkey(text);
  return hotkey === null ? 'unreadable' : hotkeyProblem(hotkey, mac);
}

/** The first action whose hotkey was changed to one that does harm, or that another action has. */
export function changedHotkeyProblem(
  before: Readonly<Record<HotkeyAction, string>>,
  after: Readonly<Record<HotkeyAction, string>>,
  mac: boolean,
): { readonly action: HotkeyAction; readonly why: HotkeyProblem | 'same'; readonly other: HotkeyAction | null } | null {
  for (const action of hotkeyActions) {
    if (before[action] === after[action]) continue;
    const why = hotkeyTextProblem(after[action], mac);
    if (why !== null) return { action, why, other: null };
    const other = actionWith(after[action], after, action);
    if (other !== null) return { action, why: 'same', other };
  }
  return null;
}

/** The action that has this hotkey already. */
export function actionWith(
  text: string,
  hotkeys: Readonly<Record<HotkeyAction, string>>,
  except: HotkeyAction,
): HotkeyAction | null {
  const same = (other: string) => text !== '' && other === text;
  return hotkeyActions.find((action) => action !== except && same(hotkeys[action])) ?? null;
}
