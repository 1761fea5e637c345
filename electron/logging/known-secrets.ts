interface Account {
  readonly user: string;
  readonly password: string;
}

/** What the log must never show, whatever the line says. */
export function knownSecrets(stored: {
  /** Of every profile. */
  readonly accounts: readonly (Account & { readonly token: string })[];
  readonly listener: Account | null;
}): readonly string[] {
  const { accounts, listener } = stored;
  const all: readonly Account[] = listener === null ? accounts : [...accounts, listener];
  return [
    ...accounts.map(({ token }) => token),
    ...all.flatMap(({ user, password }) => [user, password, ...(password === '' ? [] : [`${user}:${password}`])]),
  ].filter((text) => text !== '');
}
