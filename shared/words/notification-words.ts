/** What is said outside of the window of calls and connections. */
export interface NotificationWords {
  incoming(number: string): string;
  missed(number: string): string;
  /** A caller of whom nobody knows who it is. */
  readonly hidden: { readonly incoming: string; readonly missed: string };
  readonly pickUp: string;
  readonly callBack: string;
  readonly callNow: string;
  /** Whom the agent wanted to call now; `others`: so many more. */
  followUp(party: string, others: string | null): string;
  /** What a click on it does. */
  readonly open: string;
  queue(name: string): string;
  failed(number: string): string;
  /** The call was placed, and nobody was reached. */
  notReached(number: string): string;
  unconfirmed(number: string): string;
  readonly why: Readonly<
    Record<
      'busy' | 'no-answer' | 'agent-no-answer' | 'failed' | 'congestion' | 'refused' | 'not-sent' | 'unconfirmed',
      string
    >
  >;
  readonly connection: Readonly<
    Record<'pbx' | 'listener', Readonly<Record<'lost' | 'back', { readonly title: string; readonly text: string }>>>
  >;
  readonly test: { readonly title: string; readonly text: string };
}
