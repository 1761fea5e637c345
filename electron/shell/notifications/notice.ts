/** One notification as it is put on the desktop, and who hears what becomes of it. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** Until it is taken away. */
  readonly stays: boolean;
  /** What a click does, in words; most desktops do not show it. */
  readonly open: string;
  /** The words of its button, where the desktop has buttons. */
  readonly button: string | null;
  readonly on: {
    readonly shown: () => void;
    /** Nobody sees it. */
    readonly failed: () => void;
    readonly click: () => void;
    readonly press: () => void;
  };
}

/** Where notifications stand: one for each key, a newer one in the place of the older. */
export interface NoticeBoard {
  show(key: string, notice: Notice): void;
  close(key: string): void;
  /** Resolves when everything asked for was handed over. */
  closeAll(): Promise<void>;
}
