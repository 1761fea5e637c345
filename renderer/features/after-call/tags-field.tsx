import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { longestTag, mostTags } from '../../../shared/domain/after-call/work-limits.ts';
import { sameTag, tidyTags } from '../../../shared/domain/after-call/work-rules.ts';
import { changeTags, readUsedTags } from '../../stores/after-call.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './tags-field.module.css';

const cx = bindClasses(styles);
const mostSuggested = 6;
const separators = /[,،;؛\n]/;

/** Words a call is marked with: Enter or a comma puts one there, those that were used before are offered. */
export function TagsField({ callId, tags }: { readonly callId: string; readonly tags: readonly string[] }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [used, setUsed] = useState<readonly string[]>([]);
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (open) void readUsedTags().then(setUsed);
  }, [open]);
  const add = (words: readonly string[]) => {
    setText('');
    if (tidyTags([...tags, ...words]).length > tags.length) {
      void changeTags(callId, (now) => tidyTags([...now, ...words]));
    }
  };
  const remove = (tag: string) => {
    void changeTags(callId, (now) => now.filter((one) => one !== tag));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (text.trim() !== '') add([text]);
    } else if (event.key === 'Backspace' && text === '') {
      const last = tags.at(-1);
      if (last !== undefined) remove(last);
    }
  };
  const type = (typed: string) => {
    const parts = typed.split(separators);
    if (parts.length > 1) add(parts);
    else setText(typed);
  };
  const wanted = text.trim().toLocaleLowerCase();
  const offered = used
    .filter((tag) => tag.toLocaleLowerCase().includes(wanted) && !tags.some((one) => sameTag(one, tag)))
    .slice(0, mostSuggested);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a look of its own
    <div
      role="group"
      aria-label={t('afterCall.tags')}
      className={cx('tags')}
      onFocus={() => setOpen(true)}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setOpen(false);
        if (text.trim() !== '') add([text]);
      }}
    >
      {tags.map((tag) => (
        <span key={tag} className={cx('tag')}>
          <bdi className={cx('word')}>{tag}</bdi>
          <Button className={cx('remove')} aria-label={t('afterCall.removeTag', { tag })} onPress={() => remove(tag)}>
            <Icon of={X} size={12} />
          </Button>
        </span>
      ))}
      {tags.length >= mostTags ? null : (
        <input
          ref={input}
          className={cx('input')}
          aria-label={t('afterCall.addTag')}
          placeholder={t('afterCall.addTag')}
          dir={text === '' ? undefined : 'auto'}
          maxLength={longestTag}
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
      )}
      {open && offered.length > 0 ? (
        <span className={cx('offered')}>
          {offered.map((tag) => (
            <Button key={tag} className={cx('offer')} onPress={() => add([tag])}>
              <Icon of={Plus} size={12} />
              <bdi className={cx('word')}>{tag}</bdi>
            </Button>
          ))}
        </span>
      ) : null}
    </div>
  );
}
