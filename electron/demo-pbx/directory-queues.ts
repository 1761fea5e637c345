export interface DirectoryQueue {
  readonly name: string;
  readonly number: string;
  readonly agents: readonly string[];
}

export const directoryQueues: readonly DirectoryQueue[] = [
  { name: 'Sales', number: '901', agents: ['557', '551', '552', '553'] },
  { name: 'پشتیبانی', number: '902', agents: ['557', '554', '555', '556', '560'] },
];

export function toQueueRecord(queue: DirectoryQueue): Record<string, unknown> {
  return {
    _id: `5fedc3b31b05af9835bb0${queue.number}`,
    name: queue.name,
    number: queue.number,
    active: 'yes',
    strategy: 'rrmemory',
    timeout: '15',
    agents: queue.agents,
    description: '',
    date: '1399-11-02 09:12:40',
  };
}
