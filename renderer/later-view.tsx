import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react';

/** A part of the window with a file of its own, so that what is seen first does not wait for the reading of all the others. */
export interface LaterView {
  readonly View: ComponentType;
  /** Once is enough; resolves when the view can be drawn at once. */
  load(): Promise<void>;
  /** Whether it can be drawn now. */
  isLoaded(): boolean;
  useLoaded(): boolean;
}

/** Before they are wanted. One that cannot be read now is read again when it is shown, and breaks the page there, which says so. */
export async function loadAhead(views: readonly Pick<LaterView, 'load'>[]): Promise<void> {
  await Promise.allSettled(views.map((view) => view.load()));
}

export function laterView(read: () => Promise<ComponentType>): LaterView {
  let view: ComponentType | null = null;
  let reading: Promise<void> | null = null;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const load = () => {
    reading ??= read().then(
      (found) => {
        view = found;
        for (const listener of listeners) listener();
      },
      (problem: unknown) => {
        reading = null;
        throw problem;
      },
    );
    return reading;
  };
  const useView = () => useSyncExternalStore(subscribe, () => view);
  return {
    load,
    isLoaded: () => view !== null,
    useLoaded: () => useView() !== null,
    View: function Later() {
      const Shown = useView();
      const [, fail] = useState<never>();
      useEffect(() => {
        // A file that cannot be read breaks the page, which says so.
        const broken = (problem: unknown) =>
          fail(() => {
            throw problem;
          });
        load().catch(broken);
      }, []);
      return Shown === null ? null : <Shown />;
    },
  };
}
