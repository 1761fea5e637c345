/** What an account is kept from, as far as it matters to an agent. */
export type DeniedRight = 'calls' | 'trunks' | 'ping' | 'other';

/** By the service that the PBX refused. */
export function deniedRight(service: string): DeniedRight {
  if (service.startsWith('call/')) return 'calls';
  if (service.startsWith('pbx/trunks/')) return 'trunks';
  return service.startsWith('setting/ping/') ? 'ping' : 'other';
}
