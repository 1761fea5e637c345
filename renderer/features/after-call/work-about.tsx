import type { ReactNode } from 'react';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './work-lists.module.css';

const cx = bindClasses(styles);

/** What is written to the chosen call of the list beside it, to which Escape goes back. */
export function WorkAbout({ children }: { readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key of the fields in it, each of which has the focus itself
    <div
      className={cx('about')}
      onKeyDown={(event) => {
        if (event.key === 'Escape')
          event.currentTarget.parentElement?.querySelector<HTMLElement>('[role="grid"]')?.focus();
      }}
    >
      {children}
    </div>
  );
}
