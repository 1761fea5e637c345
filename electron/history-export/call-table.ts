import type { ExportedCall } from '../../shared/domain/history/exported-call.ts';
import { type CallColumnName, type CallTableWords, callColumnNames } from '../../shared/words/call-table-words.ts';
import { csvLine, numbersCell, textCell } from '../files/csv-cells.ts';

export function callTableHead(words: CallTableWords): string {
  return csvLine(callColumnNames.map((name) => textCell(words.column[name])));
}

/** Times as `2026-11-22T18:33:05+03:30` are parted into what spreadsheets know: the zone is that of the computer. */
export function callTableLine(call: ExportedCall, words: CallTableWords): string {
  const [date = '', time = ''] = parted(call.startedAt);
  const cells: Readonly<Record<CallColumnName, string>> = {
    date: textCell(date),
    time: textCell(time),
    direction: textCell(words.direction[call.direction]),
    result: textCell(words.result[call.result ?? 'underWay']),
    number: numberCell(call.number),
    name: textCell(call.name),
    caller: numberCell(call.caller),
    callee: numberCell(call.callee),
    dialled: numberCell(call.dialled ?? ''),
    trunk: textCell(call.trunk ?? ''),
    queue: textCell(call.queue ?? ''),
    wait: amountCell(call.waitSeconds),
    talk: amountCell(call.talkSeconds),
    total: amountCell(call.totalSeconds),
    outcome: textCell(call.outcome ?? ''),
    tags: textCell(call.tags.join('; ')),
    note: textCell(call.note),
    followUp: textCell(parted(call.followUpAt).join(' ')),
    followUpDone: textCell(parted(call.followUpDoneAt).join(' ')),
    survey: amountCell(call.surveyScore),
    surveyLabel: textCell(call.surveyLabel ?? ''),
    recording: textCell(call.recordings.join(' ')),
    profile: textCell(call.profile),
    ids: textCell(call.pbxCallIds.join(' ')),
  };
  return csvLine(callColumnNames.map((name) => cells[name]));
}

function parted(time: string | null): readonly string[] {
  return /^(.+)T(\d\d:\d\d:\d\d)/.exec(time ?? '')?.slice(1) ?? [];
}

function numberCell(number: string): string {
  return numbersCell(number === '' ? [] : [number], '');
}

function amountCell(amount: number | null): string {
  return amount === null ? '' : String(amount);
}
