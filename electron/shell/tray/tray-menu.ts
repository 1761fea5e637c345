import { missedInWords } from '../../../shared/domain/missed/most-missed.ts';
import { neutralText } from '../../../shared/domain/neutral-text.ts';
import type { Language } from '../../../shared/language.ts';
import { tray as en } from '../../../shared/words/en/tray.ts';
import { tray as fa } from '../../../shared/words/fa/tray.ts';
import type { TrayWords } from '../../../shared/words/tray-words.ts';
import type { TrayModel } from '../../desk/tray-model.ts';
import { inDigits, type WritingStyle, writtenNumber } from '../written-number.ts';

export const trayWords: Readonly<Record<Language, TrayWords>> = { en, fa };

export type TrayAction =
  | { readonly do: 'open' | 'missed' | 'follow-ups' | 'quick-dial' | 'settings' | 'quit' }
  | { readonly do: 'pause-hotkeys' | 'pause-queues'; readonly paused: boolean }
  | { readonly do: 'call'; readonly number: string }
  | { readonly do: 'switch-profile'; readonly id: string };

/** `line`: between groups. A `text` only tells something. */
export type TrayEntry =
  | { readonly kind: 'line' }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'menu'; readonly label: string; readonly entries: readonly TrayEntry[] }
  | {
      readonly kind: 'action';
      readonly label: string;
      readonly action: TrayAction;
      /** Only of what is on or off. */
      readonly checked?: boolean;
      /** One of several of which one is on. */
      readonly oneOf?: true;
    };

export type TrayStyle = WritingStyle;

const line: TrayEntry = { kind: 'line' };
const betweenFacts = ' · ';

/** Whose phone this is and how it is with it, the last calls, what was missed, and the way in and out. */
export function trayMenu(model: TrayModel, style: TrayStyle): readonly TrayEntry[] {
  const words = trayWords[style.language];
  const act = (label: string, action: TrayAction): TrayEntry => ({ kind: 'action', label, action });
  const told: readonly TrayEntry[] = [
    { kind: 'text', label: agentLine(model, style) },
    ...(model.agent.phase === 'not-set-up' ? [] : [{ kind: 'text', label: words.listener[model.listener] } as const]),
  ];
  const dial: readonly TrayEntry[] = model.quickDial ? [line, act(words.quickDial, { do: 'quick-dial' })] : [];
  const calls: readonly TrayEntry[] =
    model.recent.length === 0
      ? []
      : [
          line,
          { kind: 'text', label: words.callAgain },
          ...model.recent.map(({ number, direction, missed }) =>
            act(
              joined([...shownParty(number, model.names[number], style), words.call[missed ? 'missed' : direction]]),
              {
                do: 'call',
                number,
              },
            ),
          ),
        ];
  const favourites: readonly TrayEntry[] =
    model.favourites.length === 0
      ? []
      : [
          line,
          { kind: 'text', label: words.favourites },
          ...model.favourites.map(({ name, number }) =>
            act(joined(shownParty(number, name, style)), { do: 'call', number }),
          ),
        ];
  const missed: readonly TrayEntry[] =
    model.missed === 0 ? [] : [act(words.missed(inDigits(missedInWords(model.missed), style)), { do: 'missed' })];
  const followUps: readonly TrayEntry[] =
    model.followUps === 0 ? [] : [act(words.followUps(count(model.followUps, style)), { do: 'follow-ups' })];
  const waiting = [...missed, ...followUps];
  const queues: readonly TrayEntry[] =
    model.queues === null
      ? []
      : [line, act(words.queues[model.queues], { do: 'pause-queues', paused: model.queues === 'pause' })];
  return [
    ...told,
    ...queues,
    ...dial,
    ...profiles(model, style),
    ...calls,
    ...favourites,
    ...(waiting.length === 0 ? [] : [line, ...waiting]),
    line,
    act(words.open, { do: 'open' }),
    {
      kind: 'action',
      label: words.pauseHotkeys,
      action: { do: 'pause-hotkeys', paused: !model.hotkeysPaused },
      checked: model.hotkeysPaused,
    },
    act(words.settings, { do: 'settings' }),
    line,
    act(words.quit, { do: 'quit' }),
  ];
}

function profiles(model: TrayModel, style: TrayStyle): readonly TrayEntry[] {
  const words = trayWords[style.language];
  if (model.profiles.length === 0) return [];
  const entries = model.profiles.map(
    ({ id, name, active }): TrayEntry => ({
      kind: 'action',
      label: name === '' ? words.unnamedProfile : name,
      action: { do: 'switch-profile', id },
      checked: active,
      oneOf: true,
    }),
  );
  return [line, { kind: 'menu', label: words.profiles, entries }];
}

export function trayTooltip(model: TrayModel, style: TrayStyle): string {
  const words = trayWords[style.language];
  const missed = model.missed === 0 ? [] : [words.missed(inDigits(missedInWords(model.missed), style))];
  const due = model.followUps === 0 ? [] : [words.followUps(count(model.followUps, style))];
  return joined([words.program, agentLine(model, style), ...missed, ...due]);
}

function agentLine({ agent, listener, names }: TrayModel, style: TrayStyle): string {
  const words = trayWords[style.language];
  const number = agent.number === '' ? words.noNumber : shownNumber(agent.number, style);
  const other = agent.with === '' ? [] : shownParty(agent.with, names[agent.with], style);
  // An icon that says that something is wrong has to say what, also to whom the menu is too far.
  const deaf =
    agent.phase === 'ready' && listener !== 'listening' && listener !== 'off' ? [words.listener[listener]] : [];
  return joined([number, words.phase[agent.phase], ...other, ...deaf]);
}

function joined(parts: readonly string[]): string {
  return parts.join(betweenFacts);
}

function count(amount: number, style: TrayStyle): string {
  return inDigits(String(amount), style);
}

/** What others are called cannot turn around what stands beside it, nor be longer than a menu. */
function shownParty(number: string, name: string | undefined, style: TrayStyle): readonly string[] {
  const shown = shownNumber(number, style);
  return name === undefined || name === '' ? [shown] : [`\u2068${neutralText(name)}\u2069`, shown];
}

/** Left to right in whatever stands around it. */
function shownNumber(number: string, style: TrayStyle): string {
  const shown = writtenNumber(number, style);
  return style.language === 'fa' ? `\u2066${shown}\u2069` : shown;
}
