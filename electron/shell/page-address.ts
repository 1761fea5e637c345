/** An address of the web as the parser of addresses writes it, without credentials: nothing is left to be read in another way. */
export function isPage(address: string): boolean {
  try {
    const { protocol, host, username, password, href } = new URL(address);
    const plain = username === '' && password === '' && href === address;
    return (protocol === 'https:' || protocol === 'http:') && host !== '' && plain;
  } catch {
    return false;
  }
}
