import { expect, it } from 'vitest';
import { createOwnPhone } from '../../electron/desk/own-phone.ts';
import { anEvent, extensionState } from '../support/call-builders.ts';

function phoneOf() {
  let agentNumber = '101';
  let changes = 0;
  const phone = createOwnPhone({
    own: () => ({ profile: 'office', agentNumber }),
    onChange: () => {
      changes += 1;
    },
  });
  return {
    ...phone,
    become: (number: string) => {
      agentNumber = number;
    },
    changes: () => changes,
  };
}

it('the own phone is as the PBX said last, and told of when that is something else', () => {
  const phone = phoneOf();
  expect(phone.state()).toBeNull();
  phone.heard(anEvent(1, extensionState('101', 'paused')));
  phone.heard(anEvent(2, extensionState('102', 'idle')));
  phone.heard(anEvent(3, extensionState('101', 'paused')));
  expect([phone.state(), phone.changes()]).toEqual(['paused', 1]);
  phone.heard(anEvent(4, extensionState('101', 'idle')));
  phone.heard(anEvent(2, extensionState('101', 'paused')));
  expect([phone.state(), phone.changes()]).toEqual(['idle', 2]);
});

it('another number is another phone', () => {
  const phone = phoneOf();
  phone.heard(anEvent(1, extensionState('101', 'paused')));
  phone.become('102');
  expect(phone.state()).toBeNull();
});
