/** Where a contact comes from. Those of the PBX are read only and replaced when its directory is read again. */
export const contactSources = ['own', 'pbx-user', 'pbx-contact'] as const;
export type ContactSource = (typeof contactSources)[number];

export const numberLabels = ['mobile', 'work', 'home', 'extension', 'fax', 'other'] as const;
export type NumberLabel = (typeof numberLabels)[number];

export interface ContactNumber {
  readonly label: NumberLabel;
  /** As it was written, for reading; what is dialled is made of it like of a typed number. */
  readonly written: string;
}

/** What a person knows of a contact. */
export interface ContactDraft {
  readonly name: string;
  readonly company: string;
  readonly numbers: readonly ContactNumber[];
  readonly favourite: boolean;
  readonly tags: readonly string[];
  readonly note: string;
  /** Null: the trunk that is chosen anyway. */
  readonly trunkName: string | null;
  /** Calling them needs a second decision. */
  readonly doNotCall: boolean;
}

export interface Contact extends ContactDraft {
  readonly id: string;
  readonly source: ContactSource;
  readonly changedAtMs: number;
}

/** Who a number belongs to, as far as a line of text needs it. */
export interface ContactName {
  readonly contactId: string;
  readonly name: string;
  readonly company: string;
  readonly source: ContactSource;
  readonly favourite: boolean;
  readonly doNotCall: boolean;
  /** Null: the trunk that is chosen anyway. */
  readonly trunkName: string | null;
}
