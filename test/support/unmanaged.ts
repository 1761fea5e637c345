import type { AppState } from '../../shared/ipc/app-state-schema.ts';

/** No administrator says anything of any setting. */
export const unmanaged: AppState['managed'] = {
  file: null,
  error: null,
  locked: [],
  hidden: [],
  defaults: {},
  secretFiles: [],
};
