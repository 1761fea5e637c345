import { request } from '../dialer-api.ts';

export function startDemo() {
  return request('demo:start', {});
}

export function leaveDemo() {
  return request('demo:leave', {});
}
