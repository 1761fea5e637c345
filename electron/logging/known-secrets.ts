interface Account {
  readonly user: string;
  readonly password: string;
}

/** What the log must never show, whatever the line says. */
export function knownSecrets(stored: {
  readonly pbx: Account & { readonly token: string };
  readonly listener: Account | null;
}): readonly string[] {
  const { pbx, listener } = stored;
  const accounts = listener === null ? [pbx] : [pbx, listener];
  return [
    pbx.token,
    ...accounts.flatMap(({ user, password }) => [user, password, ...(password === '' ? [] : [`${user}:${password}`])]),
  ].filter((text) => text !== '');
}
