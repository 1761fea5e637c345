import { useState } from 'react';
import { saveListenerCredentials } from '../../stores/listener.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { Row, Section } from './section.tsx';
import { useSaving } from './use-saving.ts';

/** New credentials cut off a PBX that still has the old ones, so here nothing is saved without its button. */
export function EventsCredentials() {
  const { t } = useWords();
  const saving = useSaving();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const save = async (change: Parameters<typeof saveListenerCredentials>[0]) => {
    if (!(await saving.inGroup(saveListenerCredentials(change)))) return;
    setUser('');
    setPassword('');
  };
  return (
    <Section title={t('settings.events.credentials')} lead={t('settings.events.credentialsHelp')}>
      <Row>
        <Button onPress={() => void save({})}>{t('settings.events.regenerate')}</Button>
      </Row>
      <Field
        ltr
        label={t('settings.events.ownUser')}
        help={t('settings.events.ownUserHelp')}
        value={user}
        onChange={setUser}
      />
      <Field
        ltr
        type="password"
        label={t('settings.events.ownPassword')}
        help={t('settings.events.ownPasswordHelp')}
        value={password}
        onChange={setPassword}
      />
      {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
      <Row>
        <Button isDisabled={user === '' || password === ''} onPress={() => void save({ user, password })}>
          {t('settings.events.ownSave')}
        </Button>
      </Row>
    </Section>
  );
}
