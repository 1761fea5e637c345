import type { CallStore } from '../../electron/calls/ports.ts';
import type { Call } from '../../shared/domain/call.ts';
import { callEnd } from '../../shared/domain/call-view.ts';
import type { CallCursor } from '../../shared/ipc/call-contract.ts';

/** A CallStore that forgets at the end of the test; for tests of use cases, which do not care how calls are kept. */
export function createMemoryCallStore(): CallStore & { readonly all: () => readonly Call[] } {
  const calls = new Map<string, Call>();
  const of = (profile: string) => [...calls.values()].filter((call) => call.profile === profile);
  return {
    all: () => [...calls.values()],
    save: (call) => calls.set(call.id, call),
    together: (_profile, work) => work(),
    get: (id) => calls.get(id) ?? null,
    findCandidates({ profile, originatedCallId, pbxCallId, sinceMs }) {
      const byId = of(profile).filter(
        (call) =>
          (originatedCallId !== null && call.originatedCallId === originatedCallId) ||
          (pbxCallId !== null && call.pbxCallIds.includes(pbxCallId)),
      );
      if (byId.length > 0) return byId;
      return of(profile).filter(
        (call) =>
          call.outcome !== 'none' &&
          call.startedAtMs >= sinceMs &&
          (pbxCallId === null || call.pbxCallIds.length === 0),
      );
    },
    listUnfinished: (profile) => of(profile).filter((call) => callEnd(call) === null),
    list: (profile, before, limit) => page(of(profile), before, limit),
    listOfMany: (profiles, before, limit) => page(profiles.flatMap(of), before, limit),
    count: (profile) => of(profile).length,
  };
}

function newestFirst(a: Call, b: Call): number {
  return b.startedAtMs - a.startedAtMs || (b.id > a.id ? 1 : -1);
}

function page(calls: readonly Call[], before: CallCursor | null, limit: number): readonly Call[] {
  return [...calls]
    .sort(newestFirst)
    .filter(
      (call) =>
        before === null ||
        call.startedAtMs < before.startedAtMs ||
        (call.startedAtMs === before.startedAtMs && call.id < before.id),
    )
    .slice(0, limit);
}
