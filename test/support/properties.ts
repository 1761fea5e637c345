import * as fc from 'fast-check';

/** `fc.assert` for synchronous properties, which return nothing to wait for; a fixed seed keeps every run alike. */
export function assertAlways<Ts>(property: fc.IProperty<Ts>, parameters: fc.Parameters<Ts> = {}): void {
  void fc.assert(property, { seed: 20_240_121, ...parameters });
}
