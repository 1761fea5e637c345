/** A bar moves smoothly enough, and the window has time to draw it. */
const everyMs = 100;

/** Tells what is worth telling now and then only, and the last of it always, where it is known as that. */
export function spaced<T>(
  tell: (progress: T) => void,
  isLast: (progress: T) => boolean = () => false,
): (progress: T) => void {
  let toldAtMs = 0;
  return (progress) => {
    const nowMs = Date.now();
    if (nowMs - toldAtMs < everyMs && !isLast(progress)) return;
    toldAtMs = nowMs;
    tell(progress);
  };
}
