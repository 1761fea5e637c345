import { request } from '../dialer-api.ts';

/** The person knows what became of the database. */
export function noteRescue() {
  return request('keeping:rescue-noted', {});
}

export function mendDatabase() {
  return request('keeping:mend', {});
}
