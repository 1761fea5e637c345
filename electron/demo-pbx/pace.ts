interface Waiting {
  remainingMs: number;
  sinceMs: number;
  timer: NodeJS.Timeout;
  readonly resolve: (elapsed: boolean) => void;
}

// Longer timers overflow and fire at once.
const longestTimerMs = 2_147_483_647;

/** The PBX's clock: waits pass `speed` times faster than in life, and a new speed holds for waits under way too. */
export class Pace {
  #speed: number;
  readonly #waiting = new Set<Waiting>();

  constructor(speed: number) {
    this.#speed = validSpeed(speed);
  }

  /** True when the time has passed, false when the PBX was stopped meanwhile. */
  wait(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const entry: Waiting = { remainingMs: ms, sinceMs: Date.now(), timer: setTimeout(() => {}, 0), resolve };
      this.#waiting.add(entry);
      this.#arm(entry);
    });
  }

  setSpeed(speed: number): void {
    const next = validSpeed(speed);
    const nowMs = Date.now();
    for (const entry of this.#waiting) {
      entry.remainingMs = Math.max(0, entry.remainingMs - (nowMs - entry.sinceMs) * this.#speed);
      entry.sinceMs = nowMs;
    }
    this.#speed = next;
    for (const entry of this.#waiting) {
      this.#arm(entry);
    }
  }

  cancelAll(): void {
    for (const entry of this.#waiting) {
      this.#finish(entry, false);
    }
  }

  #arm(entry: Waiting): void {
    clearTimeout(entry.timer);
    const delayMs = Math.min(entry.remainingMs / this.#speed, longestTimerMs);
    entry.timer = setTimeout(() => this.#finish(entry, true), delayMs);
  }

  #finish(entry: Waiting, elapsed: boolean): void {
    clearTimeout(entry.timer);
    this.#waiting.delete(entry);
    entry.resolve(elapsed);
  }
}

function validSpeed(speed: number): number {
  if (!Number.isFinite(speed) || speed <= 0) {
    throw new RangeError(`The speed of the demo PBX must be a positive number, not ${speed}`);
  }
  return speed;
}
