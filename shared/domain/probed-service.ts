/** What an account may be asked to read without changing anything at the PBX. Placing calls is not among it: only a call proves that. */
export const probedServices = ['trunks', 'reports', 'users', 'contacts', 'blacklist'] as const;
export type ProbedService = (typeof probedServices)[number];
