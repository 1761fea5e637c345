import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import type { Line, News } from './notification-model.ts';

/** `unknown`: never up in this run, so that nothing can be lost. `shaky`: down, but perhaps only for a moment. */
export interface LineState {
  readonly phase: 'unknown' | 'up' | 'shaky' | 'lost' | 'back';
  readonly sinceMs: number;
}

/** Null: nobody knows at the moment. `unused`: nobody wants it. */
export type LineSignal = 'up' | 'down' | 'unused' | null;

export const unknownLine: LineState = { phase: 'unknown', sinceMs: 0 };

/** A restart of the PBX or a blink of the network is nobody's business. */
const blinkMs = 10_000;
const backShownMs = 10_000;

export function followLine(state: LineState, signal: LineSignal, nowMs: number): LineState {
  const lastedMs = nowMs - state.sinceMs;
  const become = (phase: LineState['phase']): LineState => ({ phase, sinceMs: nowMs });
  if (signal === 'unused') return unknownLine;
  switch (state.phase) {
    case 'unknown':
      return signal === 'up' ? become('up') : state;
    case 'up':
      return signal === 'down' ? become('shaky') : state;
    case 'shaky':
      if (signal === 'up') return become('up');
      return lastedMs >= blinkMs ? become('lost') : state;
    case 'lost':
      return signal === 'up' ? become('back') : state;
    case 'back':
      if (signal === 'down') return become('shaky');
      return lastedMs >= backShownMs ? become('up') : state;
  }
}

export function lineNews(line: Line, { phase }: LineState): News {
  return phase === 'lost' || phase === 'back' ? { key: line, kind: 'connection', line, now: phase } : 'nothing';
}

/** While it is so, time alone changes it. */
export function isRestless({ phase }: LineState): boolean {
  return phase === 'shaky' || phase === 'back';
}

export function lineSignal(line: Line, state: Pick<AppState, 'pbx' | 'listener' | 'effective'>): LineSignal {
  if (state.effective.mode === 'unset') return 'unused';
  if (line === 'pbx') return state.pbx.state === 'reached' ? 'up' : state.pbx.state === 'failed' ? 'down' : null;
  if (state.listener.state === 'off') return 'unused';
  if (state.listener.state === 'starting') return null;
  return state.listener.state === 'listening' ? 'up' : 'down';
}
