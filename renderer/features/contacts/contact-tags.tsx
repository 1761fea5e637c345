import { Badge } from '../../ui/badge.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './contact-tags.module.css';

const cx = bindClasses(styles);

/** What a contact was marked with, each in its own direction. */
export function ContactTags({ tags }: { readonly tags: readonly string[] }) {
  return (
    <span className={cx('tags')}>
      {tags.map((tag) => (
        <Badge key={tag}>
          <bdi>{tag}</bdi>
        </Badge>
      ))}
    </span>
  );
}
