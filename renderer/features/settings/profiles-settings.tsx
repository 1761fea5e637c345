import { Plus } from 'lucide-react';
import { useState } from 'react';
import { mostProfiles } from '../../../shared/settings/profiles.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { useProfileList } from '../profiles/use-profiles.ts';
import { ProfileAdd } from './profile-add.tsx';
import { ProfileRow } from './profile-row.tsx';
import { Panel, Row, Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import { useSaving } from './use-saving.ts';

/** Which profiles there are; the fields of the settings are always those of the one in use. */
export function ProfilesSettings() {
  const { t } = useWords();
  const profiles = useProfileList();
  const saving = useSaving();
  const [adding, setAdding] = useState(false);
  return (
    <Section title={t('settings.profiles.label')} lead={t('settings.profiles.help')} of={['profiles']}>
      <SettingItem of="profiles">
        <Panel>
          {profiles.map((profile) => (
            <ProfileRow key={profile.id} profile={profile} saving={saving} />
          ))}
        </Panel>
        {adding ? (
          <Panel>
            <ProfileAdd saving={saving} onEnd={() => setAdding(false)} />
          </Panel>
        ) : (
          <Row>
            <Button isDisabled={profiles.length >= mostProfiles} onPress={() => setAdding(true)}>
              <Icon of={Plus} />
              {t('profiles.add')}
            </Button>
          </Row>
        )}
      </SettingItem>
      {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
    </Section>
  );
}
