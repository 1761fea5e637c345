import { X } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { type Command, commandGroups, commands } from '../../../shared/commands/commands.ts';
import { keyCaps, namedKeys } from '../../../shared/commands/key-caps.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { showShortcuts, useView } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './shortcut-sheet.module.css';

const cx = bindClasses(styles);

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
          <section className={cx('groups')} tabIndex={0} aria-label={t('commands.name.shortcuts')}>
            {commandGroups.map((group) => (
              <section key={group} className={cx('group')}>
                <h3 className={cx('groupName')}>{t(`commands.group.${group}`)}</h3>
                <ul>
                  {commands
                    .filter((command) => command.group === group)
                    .map((command) => (
                      <Shortcut key={command.id} command={command} />
                    ))}
                </ul>
              </section>
            ))}
          </section>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Shortcut({ command }: { readonly command: Command }) {
  const { t } = useWords();
  const mac = useSnapshot((state) => state.app.platform === 'darwin');
  return (
    <li className={cx('shortcut')}>
      <span>{t(`commands.name.${command.id}`)}</span>
      {/* Keys are pressed in the same order in every language. */}
      <bdi dir="ltr" className={cx('keys')}>
        {namedKeys(command.keys).map((press) => (
          <span key={press.code} className={cx('press')}>
            {keyCaps(press, mac).map((cap) => (
              <kbd key={cap} className={cx('cap')}>
                {cap}
              </kbd>
            ))}
          </span>
        ))}
      </bdi>
    </li>
  );
}
