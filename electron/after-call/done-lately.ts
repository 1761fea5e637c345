/** How a follow-up came to be done. */
export type FollowUpDoneBy = 'marked' | 'talked';

export interface DoneFollowUp {
  readonly callId: string;
  readonly by: FollowUpDoneBy;
}

const most = 30;

/** Follow-ups that were done in this run, newest first: what can be taken back. */
export interface DoneLately {
  list(): readonly DoneFollowUp[];
  add(done: DoneFollowUp): void;
  remove(callId: string): void;
}

export function createDoneLately(): DoneLately {
  let done: readonly DoneFollowUp[] = [];
  const without = (callId: string) => done.filter((one) => one.callId !== callId);
  return {
    list: () => done,
    add(one) {
      done = [one, ...without(one.callId)].slice(0, most);
    },
    remove(callId) {
      done = without(callId);
    },
  };
}
