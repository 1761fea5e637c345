import { z } from 'zod';
import { firstProfileId } from '../../shared/settings/profiles.ts';

const text = z.string();
const accountSchema = z.object({ user: text, password: text, token: text });
export const secretsSchema = z.object({
  /** Of the first profile, as before there were others. */
  pbx: accountSchema,
  /** Of the others, by their ids. */
  others: z.record(text, accountSchema).default({}),
  listener: z.object({ user: text, password: text }).nullable(),
});
export type AllSecrets = z.infer<typeof secretsSchema>;

/** Those of the active profile, and those of the listener, which all profiles share. */
export type Secrets = Omit<AllSecrets, 'others'>;
export type Account = Secrets['pbx'];

/** A profile's id, or the listener. */
export type Part = string;
export const listenerPart = 'listener';
/** As the first profile's part is called in files. */
export const firstPart = 'pbx';

const noAccount: Account = { user: '', password: '', token: '' };
export const noSecrets: AllSecrets = { pbx: noAccount, others: {}, listener: null };
export function partOf(profile: string): Part {
  return profile === firstProfileId ? firstPart : profile;
}

export function accountOf({ pbx, others }: AllSecrets, part: Part): Account {
  return part === firstPart ? pbx : (others[part] ?? noAccount);
}

/** Null: there is none any more. */
export function withAccount(secrets: AllSecrets, part: Part, account: Account | null): AllSecrets {
  if (part === firstPart) return { ...secrets, pbx: account ?? noAccount };
  const { [part]: _before, ...others } = secrets.others;
  return { ...secrets, others: account === null ? others : { ...others, [part]: account } };
}

export function isEmpty({ user, password, token }: Account): boolean {
  return user === '' && password === '' && token === '';
}
