import { type ReactNode, useEffect, useState } from 'react';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

/** Longer than between two keys of somebody who types a number. */
const pauseMs = 800;

export interface AfterPauseProps {
  /** Another one with each change of what is said; empty: nothing is said. */
  readonly of: string;
  readonly children: ReactNode;
}

/** Tells a screen reader what stands here once it stays, so that nobody is talked over with every key. */
export function AfterPause({ of, children }: AfterPauseProps) {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(of), pauseMs);
    return () => clearTimeout(timer);
  }, [of]);
  return <VisuallyHidden live="polite">{of !== '' && settled === of ? children : null}</VisuallyHidden>;
}
