import type { NumberLabel } from '../../../shared/domain/contact/contact.ts';

/** A contact as a file has it: nothing of it was checked yet. */
export interface RawContact {
  readonly name: string;
  readonly company: string;
  readonly numbers: readonly { readonly label: NumberLabel | null; readonly written: string }[];
  readonly favourite: boolean;
  readonly tags: readonly string[];
  readonly note: string;
  readonly trunkName: string;
  readonly doNotCall: boolean;
  /** Not there where a yes or a no stands. */
  readonly doNotCallWritten?: string;
}
