import type { ClockProblem } from '../../shared/ipc/app-state-schema.ts';
import { broken, doubtful, fine, type Judgement, unseen } from './finding.ts';

/** What is known of the clocks, and what was concluded from it. */
export interface SeenTimes {
  /** By the PBX's own answer; null while it told none. */
  readonly aheadMs: number | null;
  /** How far the end of the last call was from its record's arrival; null while no call ended. */
  readonly lastEndOffMs: number | null;
  readonly problem: ClockProblem | null;
  /** In which the times of events are read. */
  readonly zone: string;
}

/** As `conclude-clock` has it: less confuses nobody. */
const toleratedMs = 2 * 60 * 1000;

export function judgeClock({ aheadMs, problem }: SeenTimes): Judgement {
  const apartMs = problem?.problem === 'clocks-differ' ? problem.pbxAheadMs : aheadMs;
  if (apartMs === null) return unseen('clock-unseen');
  if (Math.abs(apartMs) < toleratedMs) return fine('clock-agrees', { apartMs: Math.abs(apartMs) });
  return broken(apartMs > 0 ? 'clock-ahead' : 'clock-behind', { apartMs: Math.abs(apartMs) });
}

export function judgeZones({ lastEndOffMs, problem, zone }: SeenTimes): Judgement {
  if (problem?.problem === 'event-time-zone') {
    const facts = { zone, apartMs: Math.abs(problem.eventsAheadMs) };
    return problem.rightZone === null
      ? broken('zones-wrong', facts)
      : broken('zones-wrong-known', { ...facts, rightZone: problem.rightZone });
  }
  if (problem?.problem === 'event-clock') {
    return doubtful('zones-other-clock', { apartMs: Math.abs(problem.eventsAheadMs) });
  }
  if (lastEndOffMs === null) return unseen('zones-unseen', { zone });
  // One that is right proves the zone; one that is not may be an old record that was sent again.
  return problem === null && Math.abs(lastEndOffMs) < toleratedMs
    ? fine('zones-agree', { zone })
    : unseen('zones-unclear', { zone });
}
