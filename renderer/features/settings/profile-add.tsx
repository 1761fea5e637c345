import { useState } from 'react';
import { longestName } from '../../../shared/settings/profiles.ts';
import { addProfile } from '../../stores/profiles.ts';
import { goToSetting } from '../../stores/settings-search.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Field } from '../../ui/field.tsx';
import { useProfileList } from '../profiles/use-profiles.ts';
import styles from './profile-row.module.css';
import { Row } from './section.tsx';
import type { Saving } from './use-saving.ts';

const cx = bindClasses(styles);

function reveal(form: HTMLFormElement | null): void {
  form?.scrollIntoView({ block: 'nearest' });
}

/** Asks for a name and what the new one begins with; then its first field waits for what it lacks. */
export function ProfileAdd({ saving, onEnd }: { readonly saving: Saving; readonly onEnd: () => void }) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const active = useProfileList().find((profile) => profile.active)?.name ?? '';
  const wanted = name.trim();
  const add = async (copy: boolean) => {
    if (wanted === '' || !(await saving.inGroup(addProfile(wanted, copy)))) return;
    onEnd();
    if (copy) goToSetting('identity', 'identity.caller');
    else goToSetting('connection', 'pbx.address');
  };
  return (
    <form
      ref={reveal}
      className={cx('form')}
      onSubmit={(event) => {
        event.preventDefault();
        void add(false);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEnd();
      }}
    >
      <Field
        autoFocus
        label={t('profiles.name')}
        help={`${t('profiles.nameHelp')} ${t('profiles.addHelp')}`}
        value={name}
        onChange={(text) => setName(text.slice(0, longestName))}
      />
      <Row>
        <Button type="submit" look="primary" isDisabled={wanted === ''}>
          {t('profiles.addEmpty')}
        </Button>
        <Button isDisabled={wanted === ''} onPress={() => void add(true)}>
          {t('profiles.addCopy', { name: active })}
        </Button>
        <Button look="quiet" onPress={onEnd}>
          {t('profiles.cancel')}
        </Button>
      </Row>
    </form>
  );
}
