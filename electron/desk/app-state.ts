import type { AppState } from '../../shared/ipc/app-state-schema.ts';

/** One snapshot of everything but calls, made anew from its sources; a burst of changes is announced once. */
export interface AppStatePublisher {
  snapshot(): AppState;
  changed(): void;
}

export function createAppState(deps: {
  readonly collect: () => Omit<AppState, 'revision'>;
  readonly publish: (state: AppState) => void;
}): AppStatePublisher {
  let revision = 0;
  let announced = false;
  const snapshot = (): AppState => ({ revision, ...deps.collect() });
  return {
    snapshot,
    changed() {
      revision += 1;
      if (announced) return;
      announced = true;
      setImmediate(() => {
        announced = false;
        deps.publish(snapshot());
      });
    },
  };
}
