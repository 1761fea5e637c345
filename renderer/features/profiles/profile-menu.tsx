import { Check, ChevronDown, Pencil } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import {
  Button as AriaButton,
  Header as AriaHeader,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { useSnapshot } from '../../stores/app-state.ts';
import { stayInProfile, switchProfile, useProfiles } from '../../stores/profiles.ts';
import { goToSetting } from '../../stores/settings-search.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useCommand } from '../../use-command.ts';
import { ProfileFacts } from './profile-facts.tsx';
import styles from './profile-menu.module.css';
import { SwitchRefused } from './switch-refused.tsx';
import { useProfileList } from './use-profiles.ts';

const cx = bindClasses(styles);
const edit = 'edit';

/** Whose phone this is, and the way to another one. What stands on its button is handed in. */
export function ProfileMenu({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const profiles = useProfileList();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const demo = useSnapshot((state) => state.settings.mode === 'demo');
  const refused = useProfiles((store) => store.refused);
  const active = profiles.find((profile) => profile.active);
  useCommand('choose-profile', () => setOpen(true));

  const choose = (key: string) => {
    if (key === edit) goToSetting('connection', 'profiles');
    else void switchProfile(key);
  };
  return (
    <>
      <MenuTrigger isOpen={open} onOpenChange={setOpen}>
        <AriaButton ref={button} className={cx('button')} preventFocusOnPress data-control="profile">
          {children}
          {demo ? null : (
            <bdi className={cx('of')} title={active?.name}>
              {active?.name}
            </bdi>
          )}
          <VisuallyHidden>{t('profiles.choose')}</VisuallyHidden>
          <Icon of={ChevronDown} size={14} />
        </AriaButton>
        <Popover className={cx('popover')} placement="bottom start" offset={4} containerPadding={8}>
          <Menu className={cx('menu')} aria-label={t('profiles.menu')} onAction={(key) => choose(String(key))}>
            <MenuSection selectionMode="single" selectedKeys={active === undefined ? [] : [active.id]}>
              <AriaHeader className={cx('title')}>{t('profiles.menu')}</AriaHeader>
              {profiles.map((profile) => (
                <MenuItem key={profile.id} id={profile.id} textValue={profile.name} className={cx('item')}>
                  <span className={cx('mark')}>{profile.active ? <Icon of={Check} /> : null}</span>
                  <ProfileFacts profile={profile} />
                </MenuItem>
              ))}
            </MenuSection>
            <Separator className={cx('line')} />
            <MenuItem id={edit} className={cx('item')}>
              <span className={cx('mark')}>
                <Icon of={Pencil} size={14} />
              </span>
              {t('profiles.edit')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <Popover
        className={cx('popover', 'asking')}
        triggerRef={button}
        placement="bottom start"
        offset={4}
        containerPadding={8}
        isOpen={refused !== null}
        onOpenChange={(shown) => {
          if (!shown) stayInProfile();
        }}
      >
        {refused === null ? null : <SwitchRefused {...refused} />}
      </Popover>
    </>
  );
}
