import type { Call } from '../../shared/domain/call.ts';
import { dueMoments, type LiveMoment } from '../../shared/domain/screen-pop/due-moments.ts';
import type { PopMoment, PopSlot } from '../../shared/domain/screen-pop/slots.ts';
import { fillTemplate, type PopTemplate, type PopValues } from '../../shared/domain/screen-pop/template.ts';
import { templateFor, usableTemplate } from '../../shared/domain/screen-pop/usable-template.ts';
import { isWithColleague, popValues, sampleValues } from '../../shared/domain/screen-pop/values.ts';
import type { DialerError, LocalError } from '../../shared/errors.ts';
import type { PagesNotOpened } from '../../shared/ipc/screen-pop-contract.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import type { Clock } from '../calls/ports.ts';

/** Hands an address to the system's browser. */
export type OpenPage = (address: string) => Promise<Result<null, LocalError>>;

/** So many pages in so many seconds: a queue that rings all over must not fill the browser. */
const mostPages = 5;
const perSeconds = 10;
/** Far more calls than can be under way. */
const rememberedCalls = 500;

export interface ScreenPop {
  /** Opens what this call has just come to, each moment once. */
  callChanged(call: Call): void;
  open(callId: string): Promise<Result<{ readonly address: string }, DialerError>>;
  tryOut(slot: PopSlot): Promise<Result<{ readonly address: string }, DialerError>>;
  notOpened(): PagesNotOpened;
  noticed(): void;
}

export function createScreenPop(deps: {
  /** Of the calls: those of the demo have no pages. */
  readonly settings: () => Settings;
  /** As they were written, to be tried out. */
  readonly pages: () => Settings['screenPop'];
  readonly findCall: (id: string) => Call | null;
  readonly openPage: OpenPage;
  readonly clock: Clock;
  readonly runningSinceMs: number;
  readonly onChange: () => void;
  readonly onBug: (problem: unknown) => void;
}): ScreenPop {
  const seen = new Map<string, ReadonlySet<LiveMoment>>();
  let openedAtMs: readonly number[] = [];
  let notOpened: PagesNotOpened = null;

  const openFilled = async (
    template: PopTemplate,
    values: PopValues,
  ): Promise<Result<{ readonly address: string }, LocalError>> => {
    const address = fillTemplate(template, values);
    if (address === null) return fail({ code: 'page-not-opened' });
    const nowMs = deps.clock();
    openedAtMs = openedAtMs.filter((atMs) => Math.abs(nowMs - atMs) < perSeconds * 1000);
    if (openedAtMs.length >= mostPages) return fail({ code: 'pages-too-many', pages: mostPages, seconds: perSeconds });
    openedAtMs = [...openedAtMs, nowMs];
    const opened = await deps.openPage(address);
    return opened.ok ? succeed({ address }) : opened;
  };

  const valuesOf = (call: Call, moment: PopMoment) => popValues(call, moment, deps.settings().identity.countryCode);

  const openByItself = async (call: Call, moment: LiveMoment, template: PopTemplate): Promise<void> => {
    const opened = await openFilled(template, valuesOf(call, moment));
    if (opened.ok) return;
    notOpened = { count: (notOpened?.count ?? 0) + 1, atMs: deps.clock(), error: opened.error };
    deps.onChange();
  };

  const remember = (id: string, moments: ReadonlySet<LiveMoment>) => {
    seen.delete(id);
    seen.set(id, moments);
    const [oldest] = seen.keys();
    if (seen.size > rememberedCalls && oldest !== undefined) seen.delete(oldest);
  };

  return {
    callChanged(call) {
      const due = dueMoments(call, { nowMs: deps.clock(), runningSinceMs: deps.runningSinceMs });
      if (due.length === 0 || (isWithColleague(call) && !deps.settings().screenPop.colleagues)) return;
      const done = new Set(seen.get(call.id));
      for (const moment of due) {
        // Null also while the caller is not told: that may come an instant later.
        const template = done.has(moment) ? null : templateFor(call, moment, deps.settings().screenPop);
        if (template === null) continue;
        done.add(moment);
        openByItself(call, moment, template).catch(deps.onBug);
      }
      remember(call.id, done);
    },
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
