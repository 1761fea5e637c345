import type { DialerError } from '../../../shared/errors.ts';
import type { AppState } from '../../../shared/ipc/app-state-schema.ts';
import type { PbxStatus } from '../../../shared/ipc/pbx-contract.ts';

/** What the header says of the PBX: one that was reached and said no is told apart from one that is not there. */
export type PbxWord =
  | PbxStatus['state']
  | 'slow'
  | 'refused'
  | 'denied'
  | 'callsDenied'
  | 'faulty'
  | 'foreign'
  | 'untrusted'
  | 'unset'
  | 'noCredentials'
  | 'offline';

/** Without the right to call nothing that a ping told makes the PBX ready. */
export function pbxWord({ pbx, callsDenied }: Pick<AppState, 'pbx' | 'callsDenied'>): PbxWord {
  const word = pbx.state === 'failed' ? failureWord(pbx.error) : pbx.state;
  return callsDenied !== null && (word === 'reached' || word === 'denied') ? 'callsDenied' : word;
}

function failureWord(error: DialerError): PbxWord {
  switch (error.code) {
    case 'computer-offline':
      return 'offline';
    case 'pbx-not-configured':
    case 'pbx-address-invalid':
    case 'pbx-plain-http-public':
      return 'unset';
    case 'pbx-credentials-missing':
      return 'noCredentials';
    case 'pbx-timeout':
      return error.phase === 'connect' ? 'failed' : 'slow';
    case 'pbx-bad-certificate':
    case 'pbx-certificate-changed':
      return 'untrusted';
    case 'pbx-access-denied':
      return 'denied';
    case 'pbx-credentials-wrong':
    case 'pbx-ip-not-permitted':
      return 'refused';
    case 'pbx-wrong-path':
    case 'pbx-not-simotel':
    case 'pbx-redirected':
      return 'foreign';
    case 'pbx-bad-request':
    case 'pbx-server-error':
    case 'pbx-answer-unreadable':
    case 'pbx-answer-too-large':
    case 'pbx-method-not-allowed':
    case 'pbx-unsupported-media-type':
    case 'pbx-service-missing':
    case 'pbx-rate-limited':
    case 'pbx-refused':
      return 'faulty';
    default:
      return 'failed';
  }
}

/** Where the agent can put it right: in the settings, or only by asking again when others have done so. */
export function pbxRemedy(word: PbxWord): 'setting' | 'check' | 'call' {
  switch (word) {
    // Only a call tells whether others have given the right.
    case 'callsDenied':
      return 'call';
    case 'refused':
    case 'foreign':
    case 'untrusted':
    case 'unset':
    case 'noCredentials':
      return 'setting';
    default:
      return 'check';
  }
}
