import type { CallTableWords } from '../call-table-words.ts';
import { direction } from './direction.ts';
import { disposition } from './disposition.ts';

export const callTable: CallTableWords = {
  column: {
    date: 'Date',
    time: 'Time',
    direction: 'Direction',
    result: 'Result',
    number: 'Number',
    name: 'Name',
    caller: 'Caller',
    callee: 'Callee',
    dialled: 'Dialled',
    trunk: 'Trunk',
    queue: 'Queue',
    wait: 'Wait (seconds)',
    talk: 'Talk (seconds)',
    total: 'Total (seconds)',
    outcome: 'Outcome',
    tags: 'Tags',
    note: 'Note',
    followUp: 'Follow up',
    followUpDone: 'Followed up',
    survey: 'Survey score',
    surveyLabel: 'Survey',
    recording: 'Recording',
    profile: 'Profile',
    ids: 'PBX call ids',
  },
  direction,
  result: disposition,
};
