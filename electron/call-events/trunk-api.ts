/** The PBX asks how to go on with a call whose first party has answered. Fields it left out are null. */
export interface TrunkQuestion {
  readonly caller: string | null;
  readonly callee: string | null;
  readonly pbxCallId: string | null;
}

/** Whom to ring next. Null where the PBX's own settings apply. */
export interface TrunkAnswer {
  readonly trunkName: string | null;
  readonly callee: string;
  readonly callLimitSeconds: number | null;
}

export interface TrunkApi {
  /** Null: the call may not go on. Must not wait for anything: the first party listens to silence. */
  answer(question: TrunkQuestion): TrunkAnswer | null;
}
