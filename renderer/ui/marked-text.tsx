import { bindClasses } from './class-names.ts';
import { cutAt } from './cut-at.ts';
import styles from './marked-text.module.css';

const cx = bindClasses(styles);

export interface MarkedTextProps {
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** A text with what fits a search marked in it. */
export function MarkedText({ text, marks }: MarkedTextProps) {
  return cutAt(text, marks).map((piece, index) => {
    return piece.marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other identity and never move
      <mark key={index} className={cx('mark')}>
        {piece.text}
      </mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other identity and never move
      <span key={index}>{piece.text}</span>
    );
  });
}
