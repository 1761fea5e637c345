import { parseArgs } from 'node:util';
import type { DemoPbxEventTarget, DemoPbxOptions } from './demo-pbx-types.ts';

export const cliUsage = `Options:
  --port=PORT                   port to listen on (8480; 0 takes any free one)
  --host=ADDRESS                address to listen on (127.0.0.1)
  --speed=NUMBER                1 is as slow as life, 10 is ten times faster (1)
  --events=URL                  where to send events; without it none are sent
  --events-user=NAME            user name for the receiver of events
  --events-password=PASSWORD    password for the receiver of events
  --events-version=G4|Rest4     Rest4 appends the event's name to the URL (G4)
  --events-method=POST|GET      (POST)
  --events-encoding=json|form   body of a POST (json)
  --calls=NUMBER                so many calls of the last hours are in its reports (none)
  --hours=NUMBER                over so many hours, up to now (8)
  --help                        show this text`;

/** Null when the user asked for help. Throws an Error with a message for people. */
export function readCliOptions(argv: readonly string[]): DemoPbxOptions | null {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: text,
      host: text,
      speed: text,
      events: text,
      'events-user': text,
      'events-password': text,
      'events-version': text,
      'events-method': text,
      'events-encoding': text,
      calls: text,
      hours: text,
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    return null;
  }
  const eventTarget: DemoPbxEventTarget | null =
    values.events === undefined
      ? null
      : {
          address: validUrl(values.events),
          user: values['events-user'] ?? '',
          password: values['events-password'] ?? '',
          version: oneOf('events-version', values['events-version'], ['G4', 'Rest4']),
          method: oneOf('events-method', values['events-method'], ['POST', 'GET']),
          encoding: oneOf('events-encoding', values['events-encoding'], ['json', 'form']),
          idField: 'unique_id',
          originatedCallIdInEvents: true,
        };
  const calls = numberBetween('calls', values.calls ?? '0', 0, 15_000);
  const hours = numberBetween('hours', values.hours ?? '8', 0.1, 10_000);
  const nowMs = Date.now();
  return {
    ...(calls === 0 ? {} : { meanwhile: { count: Math.floor(calls), fromMs: nowMs - hours * 3_600_000, toMs: nowMs } }),
    host: values.host ?? '127.0.0.1',
    port: numberBetween('port', values.port ?? '8480', 0, 65_535),
    speed: numberBetween('speed', values.speed ?? '1', 0.01, 10_000),
    eventTarget,
  };
}

/** The first choice is the default. */
function oneOf<T extends string>(name: string, value: string | undefined, choices: readonly [T, ...T[]]): T {
  if (value === undefined) {
    return choices[0];
  }
  const choice = choices.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
  if (choice === undefined) {
    throw new Error(`--${name} must be ${choices.join(' or ')}, not ${value}`);
  }
  return choice;
}

function numberBetween(name: string, value: string, least: number, most: number): number {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (!(number >= least && number <= most)) {
    throw new Error(`--${name} must be a number from ${least} to ${most}, not ${value}`);
  }
  return number;
}

function validUrl(value: string): string {
  try {
    return new URL(value).href;
  } catch {
    throw new Error(`--events must be a URL, not ${value}`);
  }
}
