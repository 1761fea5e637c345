import { useSnapshot } from '../../stores/app-state.ts';
import { allowUnprotected } from '../../stores/settings.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { Note } from '../../ui/note.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { SecretsBadge } from './secrets-badge.tsx';
import { Row, Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import { useSaving } from './use-saving.ts';

export function SecretsSettings() {
  const { t } = useWords();
  const { protection, backend, locked } = useSnapshot((state) => state.credentials);
  const saving = useSaving();
  return (
    <Section>
      <SettingItem of="secrets.protection" inPlaceOf={protection === 'keychain' ? ['secrets.allowUnprotected'] : []}>
        <Row>
          <SecretsBadge />
        </Row>
        <p>{t(`settings.secrets.protection.${protection}`)}</p>
        {backend === null || protection !== 'keychain' ? null : <p>{t('settings.secrets.backend', { backend })}</p>}
      </SettingItem>
      {locked ? (
        <Note tone="wait" title={t('settings.secrets.locked')}>
          {errorWords({ code: 'secrets-locked' }, t).nextStep}
        </Note>
      ) : null}
      {protection === 'keychain' ? null : (
        <SettingItem of="secrets.allowUnprotected">
          {(words) => (
            <Toggle
              {...words}
              isSelected={protection === 'unprotected'}
              onChange={(allowed) => void saving.inGroup(allowUnprotected(allowed))}
            />
          )}
        </SettingItem>
      )}
      {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
    </Section>
  );
}
