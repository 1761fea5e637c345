import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { type CommandGroup, commandGroups, commands } from '../../../shared/commands/commands.ts';
import { keyCaps, namedKeys } from '../../../shared/commands/key-caps.ts';
import type { KeyPress } from '../../../shared/commands/key-press.ts';
import { listKeyGroups, listKeys } from '../../../shared/commands/list-keys.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { showShortcuts, useView } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './shortcut-sheet.module.css';

const cx = bindClasses(styles);
/** Alt shows its bar, F10 opens it over the window. */
const menuKeys: readonly KeyPress[] = [{ code: 'F10' }, { code: 'Alt' }];

/** What is done two hundred times a day stands first, what every program has stands last. */
const firstGroups: readonly CommandGroup[] = ['call', 'view'];
const lastGroups = commandGroups.filter((group) => !firstGroups.includes(group));

/** Every key there is, over whatever is open. Esc closes it and the focus goes back to where it was. */
export function ShortcutSheet() {
  const { t } = useWords();
  const shown = useView((store) => store.shortcutsShown);
  return (
    <ModalOverlay className={cx('overlay')} isOpen={shown} onOpenChange={showShortcuts} isDismissable>
      <Modal className={cx('sheet')}>
        <Dialog className={cx('dialog')}>
          <div className={cx('head')}>
            <Heading slot="title" level={2} className={cx('title')}>
              {t('commands.name.shortcuts')}
            </Heading>
            <IconButton slot="close" aria-label={t('action.dismiss')}>
              <Icon of={X} />
            </IconButton>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a stop the keyboard could not scroll it */}
          <section ref={focusOnce} className={cx('groups')} tabIndex={0} aria-label={t('commands.name.shortcuts')}>
            {firstGroups.map((group) => (
              <CommandKeys key={group} group={group} />
            ))}
            {listKeyGroups.map((group) => (
              <Group key={group} name={t(`shortcuts.group.${group}`)}>
                {listKeys
                  .filter((entry) => entry.group === group)
                  .map(({ id, keys }) => (
                    <Shortcut key={id} name={t(`shortcuts.name.${id}`)} keys={keys} />
                  ))}
              </Group>
            ))}
            {lastGroups.map((group) => (
              <CommandKeys key={group} group={group} />
            ))}
          </section>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** So that the keys that scroll do it at once. */
function focusOnce(section: HTMLElement | null): void {
  section?.focus();
}

function CommandKeys({ group }: { readonly group: CommandGroup }) {
  const { t } = useWords();
  const mac = useSnapshot((state) => state.app.platform === 'darwin');
  return (
    <Group name={t(`commands.group.${group}`)}>
      {commands
        .filter((command) => command.group === group)
        .map(({ id, keys }) => (
          <Shortcut key={id} name={t(`commands.name.${id}`)} keys={keys} />
        ))}
      {group === 'program' && !mac ? <Shortcut name={t('shortcuts.menu')} keys={menuKeys} /> : null}
    </Group>
  );
}

function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className={cx('group')}>
      <h3 className={cx('groupName')}>{name}</h3>
      <ul>{children}</ul>
    </section>
  );
}

function Shortcut({ name, keys }: { readonly name: string; readonly keys: readonly KeyPress[] }) {
  const mac = useSnapshot((state) => state.app.platform === 'darwin');
  return (
    <li className={cx('shortcut')}>
      <span>{name}</span>
      {/* Keys are pressed in the same order in every language. */}
      <bdi dir="ltr" className={cx('keys')}>
        {namedKeys(keys).map((press) => (
          <span key={press.code} className={cx('press')}>
            {keyCaps(press, mac).map((cap) => (
              <KeyCap key={cap}>{cap}</KeyCap>
            ))}
          </span>
        ))}
      </bdi>
    </li>
  );
}
