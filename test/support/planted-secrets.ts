/** What the demo PBX sends with users and trunks, as real ones do, and what nobody but the PBX needs. */
export const plantedSecrets = [
  'demo-sip-secret-553',
  'demo-user-pin-553',
  'as#2188001100',
  'as#2188001200',
  'fromuser=',
  'register_string',
  'more_options',
] as const;
