import type { DialStopKind } from '../../shared/domain/dial-findings.ts';
import type { DeniedRight, DialerError } from '../../shared/errors.ts';

type KeyOf<E extends DialerError> = E extends { readonly code: 'pbx-timeout'; readonly phase: infer P extends string }
  ? `pbx-timeout/${P}`
  : E extends {
        readonly code: infer C extends
          | 'destination-invalid'
          | 'import-file'
          | 'link-refused'
          | 'pbx-address-invalid'
          | 'pbx-bad-certificate';
        readonly reason: infer R extends string;
      }
    ? `${C}/${R}`
    : E extends { readonly code: 'pbx-access-denied' }
      ? `pbx-access-denied/${DeniedRight}`
      : E extends { readonly code: 'pbx-credentials-missing'; readonly missing?: infer M extends string }
        ? E['code'] | `pbx-credentials-missing/${M}`
        : E extends { readonly code: 'dial-stopped' }
          ? `dial-stopped/${DialStopKind}`
          : E['code'];

/** One entry of words per code, and per reason where the reason changes what a person should do. */
export type ErrorTextKey = KeyOf<DialerError>;

export interface ErrorText {
  readonly message: string;
  readonly nextStep: string;
}

export type ErrorTexts = Readonly<Record<ErrorTextKey, ErrorText>>;

export function errorTextKey(error: DialerError): ErrorTextKey {
  switch (error.code) {
    case 'pbx-timeout':
      return `${error.code}/${error.phase}`;
    case 'destination-invalid':
      return `${error.code}/${error.reason}`;
    case 'import-file':
      return `${error.code}/${error.reason}`;
    case 'link-refused':
      return `${error.code}/${error.reason}`;
    case 'pbx-address-invalid':
      return `${error.code}/${error.reason}`;
    case 'pbx-bad-certificate':
      return `${error.code}/${error.reason}`;
    case 'pbx-access-denied':
      return `${error.code}/${error.right}`;
    case 'pbx-credentials-missing':
      return error.missing === undefined ? error.code : `${error.code}/${error.missing}`;
    case 'dial-stopped':
      return `${error.code}/${error.stops[0].kind}`;
    default:
      return error.code;
  }
}
