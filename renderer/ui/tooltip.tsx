import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { bindClasses } from './class-names.ts';
import styles from './tooltip.module.css';

const cx = bindClasses(styles);

/** Says more of a button to who points at it or comes to it by keys. */
export function Tooltip({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <TooltipTrigger delay={300} closeDelay={0}>
      {children}
      <AriaTooltip className={cx('tooltip')} offset={4}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
