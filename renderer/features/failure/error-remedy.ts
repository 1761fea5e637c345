import type { DialerError } from '../../../shared/errors.ts';
import type { SettingsGroup } from '../../stores/view.ts';

/** The settings group where a failure can be put right; null when it is not in the settings. */
export function errorRemedy(error: DialerError): SettingsGroup | null {
  switch (error.code) {
    case 'caller-missing':
    case 'caller-invalid':
    case 'dialplan-context-missing':
    case 'caller-trunk-missing':
    case 'pbx-bad-request':
      return 'identity';
    case 'pbx-not-configured':
    case 'pbx-address-invalid':
    case 'pbx-plain-http-public':
    case 'pbx-name-not-found':
    case 'pbx-unreachable':
    case 'pbx-connection-refused':
    case 'pbx-bad-certificate':
    case 'pbx-certificate-changed':
    case 'pbx-tls-failed':
    case 'pbx-redirected':
    case 'pbx-wrong-path':
    case 'pbx-not-simotel':
    case 'pbx-credentials-missing':
    case 'pbx-credentials-wrong':
    case 'pbx-method-not-allowed':
    case 'pbx-service-missing':
      return 'connection';
    case 'secrets-locked':
    case 'secrets-not-saved':
      return 'secrets';
    default:
      return null;
  }
}
