import { bindClasses } from '../../ui/class-names.ts';
import styles from './fingerprint.module.css';

const cx = bindClasses(styles);

/** In pairs, eight to a line, so that two people can compare it aloud. */
export function Fingerprint({ value }: { readonly value: string }) {
  const pairs =
    value
      .replace(/:/g, '')
      .toUpperCase()
      .match(/.{1,2}/g) ?? [];
  return (
    <code className={cx('fingerprint')} dir="ltr">
      {pairs.join(' ')}
    </code>
  );
}
