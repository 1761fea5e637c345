import { succeed } from './answer.ts';
import type { SendEvent } from './demo-pbx-types.ts';
import { postService, type Services } from './service.ts';

const pingMessage = "If the 'Ping' event is enabled in the settings menu, you'll receive it when it's sent";

/** Answers, and sends a Ping event: a test of both directions. */
export function pingServices(sendEvent: SendEvent): Services {
  return {
    'setting/ping/act': postService(() => {
      void sendEvent('Ping', {});
      return succeed(null, pingMessage);
    }),
  };
}
