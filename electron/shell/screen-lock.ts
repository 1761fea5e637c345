import { powerMonitor } from 'electron';

export interface ScreenLock {
  isLocked(): boolean;
}

/** Windows and macOS announce it. Of X11 it is asked when it matters; a locked Wayland session hands out no keys at all. */
export function watchScreenLock(onLock: () => void): ScreenLock {
  let announced = false;
  powerMonitor.on('lock-screen', () => {
    announced = true;
    onLock();
  });
  powerMonitor.on('unlock-screen', () => {
    announced = false;
  });
  return { isLocked: () => announced || powerMonitor.getSystemIdleState(longestIdleSeconds) === 'locked' };
}

/** So that it never answers that nobody is there, which is not asked. */
const longestIdleSeconds = 1_000_000;
