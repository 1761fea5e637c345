import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../text/use-words.ts';
import { IconButton } from './button.tsx';
import { bindClasses } from './class-names.ts';
import styles from './copy-row.module.css';
import { Icon } from './icon.tsx';

const cx = bindClasses(styles);
const copiedShownMs = 1600;

export interface CopyRowProps {
  readonly label: string;
  readonly value: string;
  /** What stands in place of a value that is not shown. */
  readonly shown?: string;
  readonly copyLabel: string;
  readonly onCopy: (value: string) => void;
  readonly extra?: ReactNode;
  /** The button that copies gets the focus when it appears. */
  readonly autoFocus?: boolean;
}

/** A value to paste elsewhere, with the button that copies it. */
export function CopyRow({ label, value, shown, copyLabel, onCopy, extra, autoFocus = false }: CopyRowProps) {
  const [copied, setCopied] = useState(false);
  const { t } = useWords();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), copiedShownMs);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div className={cx('row')}>
      <div className={cx('words')}>
        <span className={cx('label')}>{label}</span>
        <bdi dir="ltr" className={cx('value')}>
          {shown ?? value}
        </bdi>
      </div>
      {extra}
      <IconButton
        autoFocus={autoFocus}
        aria-label={copied ? t('action.copied') : copyLabel}
        onPress={() => {
          onCopy(value);
          setCopied(true);
        }}
      >
        <Icon of={copied ? Check : Copy} />
      </IconButton>
    </div>
  );
}
