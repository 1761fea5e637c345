import { useSnapshot } from '../../stores/app-state.ts';
import { allowUnprotected } from '../../stores/settings.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Note } from '../../ui/note.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { ErrorNote } from './error-note.tsx';
import { Row, Section } from './section.tsx';
import { useSaving } from './use-saving.ts';

const tones = { keychain: 'good', memory: 'wait', unprotected: 'bad' } as const;

export function SecretsSettings() {
  const { t } = useWords();
  const { protection, backend, locked } = useSnapshot((state) => state.credentials);
  const saving = useSaving();
  return (
    <Section>
      <Row>
        <Badge tone={tones[protection]}>{t(`settings.secrets.badge.${protection}`)}</Badge>
      </Row>
      <p>{t(`settings.secrets.protection.${protection}`)}</p>
      {backend === null || protection !== 'keychain' ? null : <p>{t('settings.secrets.backend', { backend })}</p>}
      {locked ? (
        <Note tone="wait" title={t('settings.secrets.locked')}>
          {errorWords({ code: 'secrets-locked' }, t).nextStep}
        </Note>
      ) : null}
      {protection === 'keychain' ? null : (
        <Toggle
          label={t('settings.secrets.allow')}
          help={t('settings.secrets.allowHelp')}
          isSelected={protection === 'unprotected'}
          onChange={(allowed) => void saving.inGroup(allowUnprotected(allowed))}
        />
      )}
      {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
    </Section>
  );
}
