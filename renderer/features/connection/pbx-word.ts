import type { DialerError } from '../../../shared/errors.ts';
import type { PbxStatus } from '../../../shared/ipc/contract.ts';

/** What the header says of the PBX: one that was reached and said no is told apart from one that is not there. */
export type PbxWord = PbxStatus['state'] | 'refused' | 'untrusted';

export function pbxWord(pbx: PbxStatus): PbxWord {
  return pbx.state === 'failed' ? failureWord(pbx.error) : pbx.state;
}

function failureWord(error: DialerError): PbxWord {
  switch (error.code) {
    case 'pbx-bad-certificate':
    case 'pbx-certificate-changed':
      return 'untrusted';
    case 'pbx-bad-request':
    case 'pbx-credentials-missing':
    case 'pbx-credentials-wrong':
    case 'pbx-access-denied':
    case 'pbx-ip-not-permitted':
    case 'pbx-method-not-allowed':
    case 'pbx-unsupported-media-type':
    case 'pbx-service-missing':
    case 'pbx-rate-limited':
    case 'pbx-refused':
      return 'refused';
    default:
      return 'failed';
  }
}
