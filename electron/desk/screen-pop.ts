import type { Call } from '../../shared/domain/call.ts';
import { talkingSince } from '../../shared/domain/call-view.ts';
import { dueMoments, type LiveMoment } from '../../shared/domain/screen-pop/due-moments.ts';
import type { PopMoment, PopSlot } from '../../shared/domain/screen-pop/slots.ts';
import { fillTemplate, type PopTemplate, type PopValues } from '../../shared/domain/screen-pop/template.ts';
import { templateFor, usableTemplate } from '../../shared/domain/screen-pop/usable-template.ts';
import { isWithColleague, popValues, sampleValues } from '../../shared/domain/screen-pop/values.ts';
import { mayBeTakenElsewhere, recordComesWithinMs } from '../../shared/domain/taken-elsewhere.ts';
import type { DialerError, LocalError } from '../../shared/errors.ts';
import type { PagesNotOpened } from '../../shared/ipc/screen-pop-contract.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import type { Clock } from '../calls/ports.ts';
import { isSameCaller, stillRings } from './second-leg.ts';
import { createSoon } from './soon.ts';

/** Hands an address to the system's browser. */
export type OpenPage = (address: string) => Promise<Result<null, LocalError>>;

/** Pages of so many calls in so many seconds: a queue that rings all over must not fill the browser. */
const mostCalls = 5;
const perSeconds = 10;
/** Far more calls than can be under way. */
const rememberedCalls = 500;

interface Followed {
  readonly call: Call;
  readonly done: ReadonlySet<LiveMoment>;
  /** The call whose second leg this one is. */
  readonly sameAs: string | null;
}

export interface ScreenPop {
  /** Opens what this call has just come to, each moment once. */
  callChanged(call: Call): void;
  open(callId: string): Promise<Result<{ readonly address: string }, DialerError>>;
  tryOut(slot: PopSlot): Promise<Result<{ readonly address: string }, DialerError>>;
  notOpened(): PagesNotOpened;
  noticed(): void;
  stop(): void;
}

export function createScreenPop(deps: {
  /** Of the calls: those of the demo have no pages. */
  readonly settings: () => Settings;
  /** As they were written, to be tried out. */
  readonly pages: () => Settings['screenPop'];
  readonly findCall: (id: string) => Call | null;
  /** Empty: the contacts have none for it. */
  readonly nameOf: (number: string) => string;
  readonly openPage: OpenPage;
  readonly clock: Clock;
  readonly runningSinceMs: number;
  readonly onChange: () => void;
  readonly onBug: (problem: unknown) => void;
}): ScreenPop {
  const followed = new Map<string, Followed>();
  const undecided = new Map<string, Call>();
  /** When the first page of a call was opened; what the agent asks for counts each time. */
  let openedAtMs: ReadonlyMap<string | symbol, number> = new Map();
  let notOpened: PagesNotOpened = null;

  const openFilled = async (
    template: PopTemplate,
    values: PopValues,
    counts: string | symbol = Symbol(),
  ): Promise<Result<{ readonly address: string }, LocalError>> => {
    const address = fillTemplate(template, values);
    if (address === null) return fail({ code: 'page-not-opened' });
    const nowMs = deps.clock();
    const recent = new Map([...openedAtMs].filter(([, atMs]) => Math.abs(nowMs - atMs) < perSeconds * 1000));
    if (recent.size >= mostCalls && !recent.has(counts))
      return fail({ code: 'pages-too-many', calls: mostCalls, seconds: perSeconds });
    openedAtMs = recent.set(counts, recent.get(counts) ?? nowMs);
    const opened = await deps.openPage(address);
    return opened.ok ? succeed({ address }) : opened;
  };

  const valuesOf = (call: Call, moment: PopMoment) =>
    popValues(call, moment, { countryCode: deps.settings().identity.countryCode, nameOf: deps.nameOf });

  const openByItself = async (call: Call, moment: LiveMoment, template: PopTemplate): Promise<void> => {
    const opened = await openFilled(template, valuesOf(call, moment), call.id);
    if (opened.ok) return;
    notOpened = { count: (notOpened?.count ?? 0) + 1, atMs: deps.clock(), error: opened.error };
    deps.onChange();
  };

  const remember = (entry: Followed) => {
    followed.delete(entry.call.id);
    followed.set(entry.call.id, entry);
    const [oldest] = followed.keys();
    if (followed.size > rememberedCalls && oldest !== undefined) followed.delete(oldest);
  };

  /** The call that rang first, of which this one is another leg with an id of its own. */
  const firstLeg = (call: Call): string | null =>
    [...followed.values()].find(
      (other) => other.sameAs === null && isSameCaller(other.call, call) && stillRings(other.call, deps.clock()),
    )?.call.id ?? null;

  /** Its caller is talked to on the other leg, still rings there, or was missed on both, which is one page. */
  const endsElsewhere = ({ call, sameAs }: Followed): boolean =>
    talkingSince(call) === null &&
    [...followed.values()].some(
      (other) =>
        (other.call.id === sameAs || other.sameAs === call.id) &&
        (other.done.has('ended') || talkingSince(other.call) !== null || stillRings(other.call, deps.clock())),
    );

  const follow = (call: Call) => {
    const { screenPop } = deps.settings();
    const nowMs = deps.clock();
    if (mayBeTakenElsewhere(call, nowMs)) {
      undecided.set(call.id, call);
      again.ask();
    } else undecided.delete(call.id);
    const due = dueMoments(call, { nowMs, runningSinceMs: deps.runningSinceMs });
    const before = followed.get(call.id);
    const passedOver = isWithColleague(call) && !screenPop.colleagues;
    if (passedOver || (due.length === 0 && before === undefined)) return;
    const done = new Set(before?.done);
    const begins = due.includes('ringing') && !done.has('ringing');
    const sameAs = before?.sameAs ?? (begins ? firstLeg(call) : null);
    for (const moment of due) {
      if (moment === 'ringing' && sameAs !== null) continue;
      if (moment === 'ended' && endsElsewhere({ call, done, sameAs })) continue;
      // Null also while the caller is not told: that may come an instant later.
      const template = done.has(moment) ? null : templateFor(call, moment, screenPop);
      if (template === null) continue;
      done.add(moment);
      openByItself(call, moment, template).catch(deps.onBug);
    }
    remember({ call, done, sameAs });
  };
  const again = createSoon(recordComesWithinMs, () => [...undecided.values()].forEach(follow));

  return {
    callChanged: follow,
    stop: again.stop,
    async open(callId) {
      const call = deps.findCall(callId);
      const template = call === null ? null : templateFor(call, 'click', deps.settings().screenPop);
      if (call === null || template === null) return fail({ code: 'not-found' });
      return openFilled(template, valuesOf(call, 'click'));
    },
    async tryOut(slot) {
      const { identity } = deps.settings();
      const template = usableTemplate(deps.pages(), slot);
      if (template === null) return fail({ code: 'not-found' });
      const { caller: agent, countryCode } = identity;
      return openFilled(template, sampleValues(slot, { agent, countryCode, startedAtMs: deps.clock() }));
    },
    notOpened: () => notOpened,
    noticed() {
      notOpened = null;
      deps.onChange();
    },
  };
}
