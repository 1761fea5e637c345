export interface DirectoryTrunk {
  readonly name: string;
  readonly host: string;
  readonly account: string;
  readonly description: string;
  /** Default yes. */
  readonly active?: 'yes' | 'no';
}

export const directoryTrunks = [
  { name: 'MCI', host: '192.0.2.10', account: '2188001100', description: 'همراه اول' },
  { name: 'Irancell', host: '192.0.2.20', account: '2188001200', description: 'Mobile, second choice' },
  { name: 'Shatel', host: '192.0.2.30', account: '2191001300', description: '' },
] as const satisfies readonly DirectoryTrunk[];

/** What the outgoing route of the dial plan uses when the request names no trunk. */
export const defaultTrunkName = directoryTrunks[0].name;

export function isKnownTrunk(name: string): boolean {
  return directoryTrunks.some((trunk) => trunk.name === name);
}

/** As the PBX sends a trunk: `register_string` and `more_options` carry its password. */
export function toTrunkRecord(trunk: DirectoryTrunk): Record<string, unknown> {
  const password = `as#${trunk.account}`;
  return {
    _id: `603b7ff482f9b45d${trunk.account.slice(-8)}`,
    trunk_type: 'SIP',
    name: trunk.name,
    register_string: `${trunk.account}:${password}@${trunk.host}/${trunk.account}`,
    active: trunk.active ?? 'yes',
    deny: '0.0.0.0/0.0.0.0',
    permit: '0.0.0.0/0.0.0.0',
    dtmfmode: 'rfc2833',
    canreinvite: 'no',
    directmedia: 'no',
    context: 'from-pstn',
    host: trunk.host,
    type: 'friend',
    nat: 'force_rport,comedia',
    port: '5060',
    qualify: 'yes',
    insecure: 'port,invite',
    disallow: 'all',
    allow: 'ulaw,alaw',
    more_options: `fromuser=${trunk.account}username=${trunk.account}secret=${password}`,
    description: trunk.description,
    date: '1399-12-10 15:05:16',
  };
}
