import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { longestName, type ProfileSummary } from '../../../shared/settings/profiles.ts';
import { removeProfile, renameProfile, switchProfile } from '../../stores/profiles.ts';
import { useWords } from '../../text/use-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { ProfileFacts } from '../profiles/profile-facts.tsx';
import styles from './profile-row.module.css';
import { Row } from './section.tsx';
import type { Saving } from './use-saving.ts';

const cx = bindClasses(styles);

/** One profile, with what can be done with it; what is asked before is asked in its place. */
export function ProfileRow({ profile, saving }: { readonly profile: ProfileSummary; readonly saving: Saving }) {
  const { t } = useWords();
  const [doing, setDoing] = useState<'nothing' | 'renaming' | 'deleting'>('nothing');
  const { id, name, active } = profile;
  const end = () => setDoing('nothing');

  if (doing === 'renaming') return <Rename profile={profile} saving={saving} onEnd={end} />;
  if (doing === 'deleting') {
    return (
      <div className={cx('form')}>
        <Note
          tone="wait"
          announced
          title={t('profiles.removeAsk', { name })}
          action={
            <Row>
              <Button autoFocus onPress={end}>
                {t('profiles.cancel')}
              </Button>
              <Button onPress={() => void saving.inGroup(removeProfile(id))}>{t('profiles.remove')}</Button>
            </Row>
          }
        >
          {t('profiles.removeText')}
        </Note>
      </div>
    );
  }
  return (
    <div className={cx('profile')} data-profile={id}>
      <ProfileFacts profile={profile} />
      {active ? (
        <Badge tone="good">{t('profiles.inUse')}</Badge>
      ) : (
        <Button aria-label={t('profiles.switchToNamed', { name })} onPress={() => void switchProfile(id)}>
          {t('profiles.switchTo')}
        </Button>
      )}
      <span className={cx('actions')}>
        <IconButton aria-label={t('profiles.renameNamed', { name })} onPress={() => setDoing('renaming')}>
          <Icon of={Pencil} />
        </IconButton>
        {active ? null : (
          <IconButton aria-label={t('profiles.removeNamed', { name })} onPress={() => setDoing('deleting')}>
            <Icon of={Trash2} />
          </IconButton>
        )}
      </span>
    </div>
  );
}

interface RenameProps {
  readonly profile: ProfileSummary;
  readonly saving: Saving;
  readonly onEnd: () => void;
}

function Rename({ profile, saving, onEnd }: RenameProps) {
  const { t } = useWords();
  const [name, setName] = useState(profile.name);
  const wanted = name.trim();
  const save = async () => {
    if (wanted !== '' && (await saving.inGroup(renameProfile(profile.id, wanted)))) onEnd();
  };
  return (
    <form
      className={cx('form')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEnd();
      }}
    >
      <Field
        autoFocus
        label={t('profiles.name')}
        value={name}
        onChange={(text) => setName(text.slice(0, longestName))}
      />
      <Row>
        <Button type="submit" look="primary" isDisabled={wanted === ''}>
          {t('profiles.save')}
        </Button>
        <Button onPress={onEnd}>{t('profiles.cancel')}</Button>
      </Row>
    </form>
  );
}
