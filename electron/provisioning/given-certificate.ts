import type { ProvisioningFile } from '../../shared/settings/provisioning-schema.ts';
import type { PbxSettings } from '../../shared/settings/schema.ts';
import { readCertificateText } from '../pbx/certificate-text.ts';
import { originOf } from '../pbx/pbx-origin.ts';

export const certificateSetting = 'pbx.pinnedCertificate';

/** The certificate of the file as the settings keep it; null: it has none. */
export function givenCertificate({ pbx }: ProvisioningFile): PbxSettings['pinnedCertificate'] {
  const pem = pbx?.pinnedCertificate ?? null;
  return pem === null ? null : readCertificateText(pem);
}

/** Both addresses lead to one PBX. */
export function isOneOrigin(one: unknown, other: unknown): boolean {
  const origin = (address: unknown) =>
    typeof address === 'string' ? originOf({ address, allowPlainHttp: true }) : null;
  return origin(one) !== null && origin(one) === origin(other);
}
