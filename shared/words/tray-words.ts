/** What the tray says: its tooltip, its menu, and that the program is still there. */
export interface TrayWords {
  readonly program: string;
  readonly phase: Readonly<
    Record<
      'ringing' | 'talking' | 'not-set-up' | 'connecting' | 'not-connected' | 'phone-unavailable' | 'paused' | 'ready',
      string
    >
  >;
  readonly listener: Readonly<
    Record<
      'off' | 'starting' | 'listening' | 'port-in-use' | 'address-missing' | 'credentials-missing' | 'failed',
      string
    >
  >;
  readonly noNumber: string;
  readonly quickDial: string;
  readonly pauseHotkeys: string;
  /** The one switch for all of the agent's queues. */
  readonly queues: Readonly<Record<'pause' | 'resume', string>>;
  readonly callAgain: string;
  /** Above the contacts that the agent marked. */
  readonly favourites: string;
  /** Behind a number of the last calls. */
  readonly call: Readonly<Record<'inbound' | 'outbound' | 'internal' | 'missed', string>>;
  missed(count: string): string;
  /** Whom the agent wanted to call by now. */
  followUps(count: string): string;
  readonly profiles: string;
  readonly unnamedProfile: string;
  readonly open: string;
  readonly settings: string;
  readonly quit: string;
  readonly told: { readonly title: string; readonly text: string };
}
