import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useSettingsSearch } from '../../stores/settings-search.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './advanced.module.css';
import { Section } from './section.tsx';
import type { SettingName } from './settings-catalogue.ts';

const cx = bindClasses(styles);

export interface AdvancedProps {
  readonly names: readonly SettingName[];
  /** Nothing that was changed is hidden. */
  readonly startOpen: boolean;
  readonly children: ReactNode;
}

/** Settings that few people ever touch: folded up until they are opened, searched for, or changed. */
export function Advanced({ names, startOpen, children }: AdvancedProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(startOpen);
  const id = useId();
  const sought = useSettingsSearch((store) => names.some((name) => name === store.sought));
  if (sought && !open) setOpen(true);
  return (
    <Section of={names}>
      <AriaButton className={cx('fold')} aria-expanded={open} aria-controls={id} onPress={() => setOpen(!open)}>
        <span className={cx('arrow', open && 'open')}>
          <Icon of={ChevronRight} mirrored />
        </span>
        {t('settings.connection.advanced')}
      </AriaButton>
      <div id={id} className={cx('folded')} hidden={!open}>
        {open ? children : null}
      </div>
    </Section>
  );
}
