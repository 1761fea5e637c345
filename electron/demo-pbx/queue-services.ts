import { type Answer, refuse, succeed } from './answer.ts';
import type { SendEvent } from './demo-pbx-types.ts';
import { directoryQueues } from './directory-queues.ts';
import { type JsonObject, textField } from './json-fields.ts';
import { postService, type Services } from './service.ts';

/** Taking an agent out of a queue and back; the PBX tells of it with a NewState. */
export function queueServices(sendEvent: SendEvent): Services {
  return {
    'pbx/queues/pauseagent': postService((body) => changeAgent(body, 'Pause', sendEvent)),
    'pbx/queues/resumeagent': postService((body) => changeAgent(body, 'Idle', sendEvent)),
  };
}

function changeAgent(body: JsonObject, state: 'Pause' | 'Idle', sendEvent: SendEvent): Answer {
  const queueNumber = textField(body, 'queue');
  const agent = textField(body, 'agent');
  for (const [field, value] of [
    ['queue', queueNumber],
    ['agent', agent],
  ]) {
    if (value === '') {
      return refuse(`Field '${field}':value is missing`);
    }
  }
  const queue = directoryQueues.find((candidate) => candidate.number === queueNumber);
  if (queue === undefined || !queue.agents.includes(agent)) {
    return refuse('Requested operation failed');
  }
  void sendEvent('NewState', { exten: agent, state, queue: queueNumber });
  return succeed({ message: state === 'Pause' ? 'Agent paused' : 'Agent resumed', ok: 1 });
}
