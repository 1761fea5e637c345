import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, DialogTrigger, Heading } from 'react-aria-components';
import { type SettingsGroup, showSettings } from '../../stores/view.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { Icon } from '../../ui/icon.tsx';
import { InfoPopover } from '../../ui/info-popover.tsx';
import styles from './status-part.module.css';

const cx = bindClasses(styles);

export interface StatusPartProps {
  readonly colour: 'good' | 'wait' | 'bad' | 'unknown';
  readonly icon: LucideIcon;
  readonly spinning?: boolean;
  readonly word: string;
  /** Changes all the time, and is not worth a word of the screen reader. */
  readonly age?: string | null;
  /** What it means, and what to do about it. */
  readonly children: ReactNode;
  readonly facts: readonly Fact[];
  /** Null: the one thing to do is in the settings. */
  readonly action: { readonly words: string; readonly act: () => void } | null;
  readonly settings: { readonly words: string; readonly group: SettingsGroup };
}

/** A word of the header, and behind it all that is known, with the one thing to do. */
export function StatusPart(props: StatusPartProps) {
  const { colour, icon, spinning = false, word, age = null, facts, action, settings } = props;
  return (
    <DialogTrigger>
      <AriaButton className={cx('part')} preventFocusOnPress>
        <span className={cx('line', colour)}>
          <Icon of={icon} size={14} spinning={spinning} />
          <span className={cx('word')}>{word}</span>
          {age === null ? null : (
            <span className={cx('age')} aria-live="off">
              {age}
            </span>
          )}
        </span>
      </AriaButton>
      <InfoPopover at="end" holds="text">
        {(close) => {
          const open = () => {
            close();
            showSettings(settings.group);
          };
          return (
            <>
              <Heading slot="title" className={cx('title', colour)}>
                <Icon of={icon} />
                {word}
              </Heading>
              <div className={cx('say')}>{props.children}</div>
              <Facts facts={facts} />
              <div className={cx('actions')}>
                {action === null ? (
                  <Button look="primary" onPress={open}>
                    {settings.words}
                  </Button>
                ) : (
                  <>
                    <Button look="primary" onPress={action.act}>
                      {action.words}
                    </Button>
                    <LinkButton onPress={open}>{settings.words}</LinkButton>
                  </>
                )}
              </div>
            </>
          );
        }}
      </InfoPopover>
    </DialogTrigger>
  );
}
