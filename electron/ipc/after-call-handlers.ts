import { succeed } from '../../shared/result.ts';
import type { AfterCall } from '../after-call/after-call.ts';
import type { HandlersOf } from './router.ts';

export function createAfterCallHandlers(afterCall: AfterCall): HandlersOf<'after-call'> {
  return {
    'after-call:read': ({ callIds }) => succeed({ works: afterCall.read(callIds) }),
    'after-call:note': ({ callId, note }) => afterCall.note(callId, note),
    'after-call:outcome': ({ callId, outcome }) => afterCall.outcome(callId, outcome),
    'after-call:tags': ({ callId, tags }) => afterCall.tags(callId, tags),
    'after-call:follow-up': ({ callId, atMs }) => afterCall.followUp(callId, atMs),
    'after-call:follow-up-done': ({ callId, done }) => afterCall.done(callId, done),
    'after-call:queue': () => succeed(afterCall.queue()),
    'after-call:follow-ups': () => succeed(afterCall.followUps()),
    'after-call:used-tags': () => succeed({ tags: afterCall.usedTags() }),
  };
}
